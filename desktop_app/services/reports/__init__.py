"""Reports: their content as plain values, and the files they are written to."""
