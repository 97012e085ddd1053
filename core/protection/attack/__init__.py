"""What a reader can work out."""
