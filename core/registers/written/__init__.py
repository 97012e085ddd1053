"""Numbers, days, periods and keys as files write them."""
