"""Pictures of figures. Each module turns one frozen record into text and knows nothing of agencies: bars, dots,
dumbbell, heat and counts into rows of a table that is its own picture; trend and slope into SVG that vega draws, qr an
address into a code; infographic into a sheet of its own. What leaves the site stands on a sheet, measured by letters,
with the colours of palette.

Modules from the top: trend, slope, infographic; bars, dots, dumbbell, heat, counts; sheet; vega, engine, qr, letters,
axis; palette, advances."""
