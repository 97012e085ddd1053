"""The figures of the monitor file: written part by part, and read by columns."""
