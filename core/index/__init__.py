"""The open index: figures are normalised, weighed, aggregated and classed; how certain that is;
like with like."""
