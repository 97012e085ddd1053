"""Municipal data comes in: from files and tables to one typed table per kind."""
