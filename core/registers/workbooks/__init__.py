"""Excel workbooks: their sheets, and what these say besides what stands in the cells."""
