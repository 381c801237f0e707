"""What a passphrase has to be, here and on paper."""

LEAST_PASSPHRASE = 10
"""Letters a passphrase must have at least; it is read out or written down, not remembered."""
