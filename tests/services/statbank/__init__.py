"""A StatBank on loopback, with invented figures."""
