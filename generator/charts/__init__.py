"""Pictures of figures. Each module turns one frozen record into text and knows nothing of agencies: bars, dots,
dumbbell, heat, heatmap, histogram and counts into rows of a table that is its own picture; trend and slope into SVG
that vega draws, qr an address into a code; infographic into a sheet of its own. What leaves the site stands on a
sheet, measured by letters, with the colours of palette.

Modules from the top: trend, slope, infographic, heat; bars, dots, dumbbell, heatmap, histogram, counts; sheet; vega,
engine, qr, letters, axis; palette, advances."""
