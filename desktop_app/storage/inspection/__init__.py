"""Looking through a whole book for what does not fit together: plain queries, nothing changed."""
