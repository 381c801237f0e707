"""The checks of a book, one module per subject; ``data_check.py`` runs them."""
