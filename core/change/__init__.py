"""Time: how figures move from month to month, and whether that is more than noise."""
