"""Sổ Sáng Kiến: write, queue, carry, decide and follow workers' initiatives without a network."""

__version__ = "0.1.0"
