"""The one way to the network, and what is kept of its public answers."""
