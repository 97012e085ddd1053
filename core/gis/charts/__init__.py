"""Pictures of figures, drawn on a figure of matplotlib's that whoever shows them hands over: the
same for a dock and for a report. Nothing here imports matplotlib."""
