"""One page per step: areas, data, calculation, map."""
