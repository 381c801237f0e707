"""Alembic's folder: one numbered step per file, written in plain operations."""
