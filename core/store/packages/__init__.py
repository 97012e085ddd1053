"""What one municipality shares with another: the file, its content, and those kept here."""
