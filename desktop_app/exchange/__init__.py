"""Bundles, setup cards and receipts: container, seal and intake."""
