"""How the monitor file is opened: whose it is, whether it is whole, and in one transaction."""
