"""generator.finish.unused: files below `assets` that nothing of a site names."""

from pathlib import Path

from generator.finish.unused import unused

FILES = {
    "assets/stylesheets/site.0a.css": 'a{b:url("../fonts/sarabun-400.woff2")}',
    "assets/stylesheets/old.css": 'a{b:url("../fonts/old.woff2")}',
    "assets/fonts/sarabun-400.woff2": "",
    "assets/fonts/old.woff2": "",
    "assets/fonts/OFL.txt": "",
    "assets/images/favicon.png": "",
    "assets/images/social.png": "",
    "assets/javascripts/search.js": 'load("search/box.js")',
    "assets/javascripts/search/box.js": 'work(["words.js"])',
    "assets/javascripts/search/words.js": "",
    "assets/javascripts/compare.js": "",
    "assets/javascripts/prongsai.js.bak": "search.js compare.js",
    "files/2568/map.pdf": "",
}
PAGE = b"""<link rel="icon" href="../assets/images/favicon.png"><link href="../assets/stylesheets/site.0a.css">
<script src="../assets/javascripts/search.js"></script>"""


def _unused(folder: Path, *pages: bytes) -> list[str]:
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return [path.relative_to(folder / "assets").as_posix() for path in unused(folder, pages)]


def test_what_pages_and_their_files_name_stays(tmp_path: Path) -> None:
    assert _unused(tmp_path, b"<p></p>", PAGE) == [
        "fonts/old.woff2",
        "images/social.png",
        "javascripts/compare.js",
        "javascripts/prongsai.js.bak",
        "stylesheets/old.css",
    ]


def test_a_page_that_names_nothing_needs_the_licences_alone(tmp_path: Path) -> None:
    assert len(_unused(tmp_path, b"<p></p>")) == sum(name.startswith("assets/") for name in FILES) - 1
