"""The index's part of the assessment."""
