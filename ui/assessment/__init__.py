"""Vurdering: by the law and by an open index."""
