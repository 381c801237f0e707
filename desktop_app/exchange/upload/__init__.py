"""Sending a file to an address over the network: only when somebody pressed for it."""
