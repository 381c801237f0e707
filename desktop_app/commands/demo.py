"""The demo command."""

COMMANDS = ()
