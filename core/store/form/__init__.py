"""The form of the monitor file: its tables, how it is made, and what earlier versions lack."""
