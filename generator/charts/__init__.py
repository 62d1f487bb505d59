"""Pictures of figures. Each module turns one frozen record into text and knows nothing of agencies: bars, dumbbell,
heatmap and histogram into rows of a table that is its own picture; trend and slope into SVG; vega draws, palette holds
the colours."""
