"""What a register holds twice: files, months, rows and places."""
