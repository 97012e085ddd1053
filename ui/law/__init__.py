"""The law's part of the assessment."""
