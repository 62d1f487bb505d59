"""Pictures of figures. Each module turns one frozen record into text and knows nothing of agencies: bars, dumbbell,
heat and counts into rows of a table that is its own picture; trend and slope into SVG that vega draws; infographic into
a sheet of its own. What leaves the site stands on a sheet, measured by letters, with the colours of palette.

Modules from the top: trend, slope, infographic; bars, dumbbell, heat, counts; sheet; vega, engine, letters, axis;
palette, advances."""
