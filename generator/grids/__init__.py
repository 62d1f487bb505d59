"""Tables as people keep them – workbooks, CSV, tables of a Word document – read into grids of cells with positions.

What a cell holds is kept as it stands; what it means is for the reader of a form or a table to say.
"""

from generator.grids.cells import Cell, Grid, Kind

__all__ = ["Cell", "Grid", "Kind"]
