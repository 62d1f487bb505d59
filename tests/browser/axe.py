"""axe-core 4.14.1 (npm `axe-core`, MPL-2.0; it stands in vendor/ with its licences) and the rules asked for."""

from pathlib import Path

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
