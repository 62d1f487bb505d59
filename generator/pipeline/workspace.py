"""Where a run reads a site's common files, and where its results go."""

import re
from dataclasses import dataclass
from pathlib import Path

from generator import links
from generator.drawings import Drawings

PROGRAM = Path(__file__).parent.parent


@dataclass(frozen=True)
class Workspace:
    """Where results go, and where a site's common files lie: the project's own where it has them, else the packaged."""

    out: Path
    config: Path
    overrides: Path
    content: Path

    @classmethod
    def of(cls, project: Path, out: Path) -> "Workspace":
        packaged = PROGRAM / "packaged" if (PROGRAM / "packaged").is_dir() else PROGRAM.parent
        names = ("mkdocs.yml", "overrides", "content")
        return cls(out, *(project / name if (project / name).exists() else packaged / name for name in names))

    def docs(self, slug: str) -> Path:
        return self.out / "docs" / slug

    @property
    def copy(self) -> Path:
        """The copy of the site that opens without a server."""
        return self.out / "site.zip"

    def drawings(self) -> Drawings:
        return Drawings(self.out / "cache" / "charts")

    def hand_written(self) -> dict[str, Path]:
        """The pages of `content/` that every build has, by address."""
        return {f"{path.stem}/": path for path in sorted(self.content.glob("*.md"))}

    @property
    def handbook(self) -> Path:
        """The pages that the portal alone has, where this folder is there."""
        return self.content / "handbook"

    def chapters(self) -> dict[str, Path]:
        """The pages of the handbook by address, in the order of their files' names: `10-start.md` is `start`."""
        paths = sorted(self.handbook.glob("*.md"))
        return {f"{links.HANDBOOK}{re.sub('^[0-9]+-', '', path.stem)}/": path for path in paths}

    def pictures(self) -> dict[str, Path]:
        """The pictures of the handbook, which lie beside its pages, by address."""
        return {f"{links.HANDBOOK}{path.name}": path for path in sorted(self.handbook.glob("*.webp"))}
