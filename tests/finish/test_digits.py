"""generator.finish.digits: the digits that a reader sees, and no other byte of a page."""

import pytest

from generator.finish.digits import thai, with_thai_digits

# a text of a page, and the same in Thai digits
TEXTS = [
    ("ปี 2568", "ปี ๒๕๖๘"),
    ("0123456789", "๐๑๒๓๔๕๖๗๘๙"),
    ("88.53 คะแนน", "๘๘.๕๓ คะแนน"),
    ("1,250,000.50", "๑,๒๕๐,๐๐๐.๕๐"),
    ("−2.86 +1.5 30%", "−๒.๘๖ +๑.๕ ๓๐%"),
    ("30/9/2568", "๓๐/๙/๒๕๖๘"),
    ("2565–2568 และ 2565-2568", "๒๕๖๕–๒๕๖๘ และ ๒๕๖๕-๒๕๖๘"),
    ("045-681-234 ต่อ 12", "๐๔๕-๖๘๑-๒๓๔ ต่อ ๑๒"),
    ("ITA ปี 2568", "ITA ปี ๒๕๖๘"),
    ("ITA 2568", "ITA ๒๕๖๘"),
    ("1.2\u00a0MB", "๑.๒\u00a0MB"),
    ("(2568)", "(๒๕๖๘)"),
    # already so, or nothing to do
    ("๒๕๖๘", "๒๕๖๘"),
    ("ไม่มีตัวเลข", "ไม่มีตัวเลข"),
    ("", ""),
    # codes, names of files and hosts, mailboxes, addresses
    ("ข้อ O27 มี 3 รายการ", "ข้อ O27 มี ๓ รายการ"),
    ("O5–O7, O27-O30 (O1)", "O5–O7, O27-O30 (O1)"),
    ("แผน plan-2568.pdf 2 หน้า", "แผน plan-2568.pdf ๒ หน้า"),
    ("2568.xlsx", "2568.xlsx"),
    ("saraban_05330901@dla.go.th", "saraban_05330901@dla.go.th"),
    ("(www.dd1.go.th)", "(www.dd1.go.th)"),
    ("https://a.go.th/2568/?id=12#3 ปี 2568", "https://a.go.th/2568/?id=12#3 ปี ๒๕๖๘"),
    ("https://a.go.th/a(1),2;3", "https://a.go.th/a(1),2;3"),
    ("data/mueang-khong/2568/scores.yml", "data/mueang-khong/2568/scores.yml"),
    ("COVID-19 ปี 2564", "COVID-19 ปี ๒๕๖๔"),
    # character references stay as they are written, but for that of a digit
    ("88&#46;53", "๘๘&#46;๕๓"),
    ("&#40;2568&#41; &amp; 1", "&#40;๒๕๖๘&#41; &amp; ๑"),
    ("https&#58;&#47;&#47;a&#46;go&#46;th&#47;2568&#47; 9", "https&#58;&#47;&#47;a&#46;go&#46;th&#47;2568&#47; ๙"),
    ("plan&#45;2568&#46;pdf", "plan&#45;2568&#46;pdf"),
    ("a1&#64;b&#46;th", "a1&#64;b&#46;th"),
    ("&#50;5&#x36;8", "๒๕๖๘"),
    ("O&#50;7", "O&#50;7"),
    ("&#3585;&#8211;&nbsp;&frac12;", "&#3585;&#8211;&nbsp;&frac12;"),
    ("5&nbsp;&#8211;&nbsp;7", "๕&nbsp;&#8211;&nbsp;๗"),
    ("5&#46 5&#x2e; & 6 &#; &x7", "๕&#46 ๕&#x2e; & ๖ &#; &x7"),
    ("²½", "²½"),  # digits of another kind
]


@pytest.mark.parametrize(("text", "shown"), TEXTS)
def test_digits_of_a_text(text: str, shown: str) -> None:
    assert thai(text) == shown


@pytest.mark.parametrize(("_", "shown"), TEXTS)
def test_a_text_that_is_done_stays(_: str, shown: str) -> None:
    assert thai(shown) == shown


PAGES = [
    # elements and attributes that are read
    ('<p class="y2568" id="y2568">ปี 2568</p>', '<p class="y2568" id="y2568">ปี ๒๕๖๘</p>'),
    ("<title>ปี 2568 - ชื่อ 1</title>", "<title>ปี ๒๕๖๘ - ชื่อ ๑</title>"),
    ('<td class="number" data-label="ปี 1" data-value="8.5">8.5</td>',
     '<td class="number" data-label="ปี ๑" data-value="8.5">๘.๕</td>'),
    ('<a href="../2568/" title="ปี 2568">2568</a>', '<a href="../2568/" title="ปี ๒๕๖๘">๒๕๖๘</a>'),
    ('<a href="tel:045681234">045-681-234</a>', '<a href="tel:045681234">๐๔๕-๖๘๑-๒๓๔</a>'),
    ('<time datetime="2025-09-30">30 กันยายน 2568</time>', '<time datetime="2025-09-30">๓๐ กันยายน ๒๕๖๘</time>'),
    ('<img src="a1.png" alt="ภาพที่ 1">', '<img src="a1.png" alt="ภาพที่ ๑">'),
    ('<input placeholder="ปี 2568" value="1">', '<input placeholder="ปี ๒๕๖๘" value="1">'),
    ("<nav aria-label='ปี 2568' tabindex=0>1</nav>", "<nav aria-label='ปี ๒๕๖๘' tabindex=0>๑</nav>"),
    ('<p title="1 > 0">1</p>', '<p title="๑ > ๐">๑</p>'),
    ('<meta name="description" content="ปี 2568, O27">', '<meta name="description" content="ปี ๒๕๖๘, O27">'),
    ('<meta name="generator" content="mkdocs-1.6.1"><meta name="viewport" content="width=1">',
     '<meta name="generator" content="mkdocs-1.6.1"><meta name="viewport" content="width=1">'),
    ('<svg viewBox="0 0 9 9"><title>ปี 1</title><path d="M1 2h3"/><text x="1">88.53</text></svg>',
     '<svg viewBox="0 0 9 9"><title>ปี ๑</title><path d="M1 2h3"/><text x="1">๘๘.๕๓</text></svg>'),
    # what stays
    ("<script>let a = 1 < 2;</script>3", "<script>let a = 1 < 2;</script>๓"),
    ('<script type="application/ld+json">{"y": 1}</script>', '<script type="application/ld+json">{"y": 1}</script>'),
    ("<style>a { margin: 1px }</style>", "<style>a { margin: 1px }</style>"),
    ("<!-- 1 --><!doctype html5>2", "<!-- 1 --><!doctype html5>๒"),
    ("<p>1 <code>a:19</code> 2</p>", "<p>๑ <code>a:19</code> ๒</p>"),
    ('<p class="source" title="1">ที่มา: <a href="#1" title="2">f:19</a>–34</p>5',
     '<p class="source" title="1">ที่มา: <a href="#1" title="2">f:19</a>–34</p>๕'),
    ('<p class="a printed">ข้อ 1</p><p class="printed-name">2</p>',
     '<p class="a printed">ข้อ 1</p><p class="printed-name">๒</p>'),
    ('<span class="printed">1<span>2<br>3</span>4</span>5', '<span class="printed">1<span>2<br>3</span>4</span>๕'),
    ('<ol class="printed"><li>1<ol><li>2</li></ol>3</li></ol>4',
     '<ol class="printed"><li>1<ol><li>2</li></ol>3</li></ol>๔'),
    ('<p lang="en">In 2025</p><p lang="th">2568</p>', '<p lang="en">In 2025</p><p lang="th">๒๕๖๘</p>'),
    ('<hr class="printed">1<path class="printed"/>2', '<hr class="printed">๑<path class="printed"/>๒'),
    # where a tag is none
    ("1 < 2 > 3", "๑ < ๒ > ๓"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "shown"), PAGES)
def test_digits_of_a_page(page: str, shown: str) -> None:
    assert with_thai_digits(page) == shown


@pytest.mark.parametrize(("page", "_"), PAGES)
def test_nothing_but_digits_changes(page: str, _: str) -> None:
    made = with_thai_digits(page)

    assert len(made) == len(page)
    assert made.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")) == page


def test_the_root_element_says_so_and_the_language_of_the_page_is_no_other_one() -> None:
    page = '<!doctype html>\n<html lang="en" class="no-js">\n<body>1</body></html>\n'

    assert with_thai_digits(page) == (
        '<!doctype html>\n<html lang="en" class="no-js" data-digits="thai">\n<body>๑</body></html>\n'
    )
