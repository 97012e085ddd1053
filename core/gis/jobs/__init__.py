"""The dock's background work, one file per page: plain values in, plain data out."""
