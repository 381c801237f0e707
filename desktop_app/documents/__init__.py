"""Word, Excel, PDF and pictures: out and in."""
