"""The law: dated rule sets, steps, categories, regions and municipalities."""
