"""A worker's own Word file on its way into a report: read, proposed piece by piece, taken."""
