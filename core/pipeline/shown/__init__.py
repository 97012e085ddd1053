"""What the map, the table and the card show of an area set in a period: one table for all three."""
