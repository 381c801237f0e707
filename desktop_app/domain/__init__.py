"""What things are and the rules they obey: plain Python, no Qt, SQL, files or clock."""
