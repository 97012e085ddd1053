"""What earlier releases bind, and how values follow time."""
