"""Pictures of figures. Each module turns one frozen record into text and knows nothing of agencies: bars, dots and
dumbbell into rows of a table that is its own picture; trend and slope into SVG, qr an address into a code; vega draws,
palette holds the colours."""
