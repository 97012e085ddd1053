"""Everything that is not a widget."""
