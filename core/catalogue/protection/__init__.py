"""Rules of disclosure control, and what the filters of indicators imply for it."""
