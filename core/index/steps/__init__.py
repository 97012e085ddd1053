"""The steps of an index, each by named methods: missing figures, scales, weights, classes."""
