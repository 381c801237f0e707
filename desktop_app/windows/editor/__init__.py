"""The editor: the questions of a template, generated from its form."""
