"""The verbs of the product, called by the window and the command line alike."""
