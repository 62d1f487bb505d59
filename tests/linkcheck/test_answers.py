"""What answers mean."""

import pytest

from generator.linkcheck.answers import GOOD, judged
from generator.linkcheck.fetching import Failed, Fetched
from generator.linkcheck.records import Verdict

A = "https://a.go.th/doc/plan.pdf"
P = "https://a.go.th/doc/plan"
D = "https://drive.google.com/file/d/1/view"
F = "https://docs.google.com/forms/d/e/1/viewform"
PDF, HTML = "application/pdf", "text/html"
PAGE = "<html><head><title>แผนปี 2569</title></head><body>" + "เนื้อหา" * 100 + "</body></html>"


def _said(address: str, status: int, kind: str, text: str | bytes, *, for_good: bool = False) -> Fetched:
    return Fetched(address, status, kind, text if isinstance(text, bytes) else text.encode(), for_good)


@pytest.mark.parametrize(
    ("asked", "answer", "kind"),
    [
        (A, _said(A, 200, PDF, b"%PDF-1.7"), "good"),
        (A, _said(A, 200, PDF, b"\n" * 1000 + b"%PDF-1.7"), "good"),
        (A, _said(A, 200, PDF, b"\n" * 1024 + b"%PDF-1.7"), "not-pdf"),
        (A, _said(A, 200, "application/octet-stream", b"PK\x03\x04"), "not-pdf"),
        (P, _said(P, 200, PDF, b"PK\x03\x04"), "not-pdf"),
        ("https://a.go.th/x.xlsx", _said("https://a.go.th/x.xlsx", 200, "application/zip", b"PK\x03\x04"), "good"),
        (A, _said(A, 200, HTML, PAGE), "html-for-file"),
        (A, _said(A, 200, PDF, "\ufeff <!DOCTYPE html><p>x"), "html-for-file"),
        ("https://a.go.th/x.XLSX", _said("https://a.go.th/x.XLSX", 200, HTML, PAGE), "html-for-file"),
        (P, _said(P, 200, HTML, PAGE), "good"),
        (A, _said(A, 200, PDF, b""), "empty"),
        (P, _said(P, 200, HTML, b" \n"), "empty"),
        # statuses
        (P, _said(P, 404, HTML, PAGE), "gone"),
        (P, _said(P, 410, HTML, PAGE), "gone"),
        (P, _said(P, 400, HTML, PAGE), "status"),
        (P, _said(P, 399, HTML, PAGE), "good"),
        (P, _said(P, 403, HTML, PAGE), "refused"),
        (P, _said(P, 429, HTML, PAGE), "refused"),
        (P, _said(P, 500, HTML, PAGE), "server"),
        (P, _said(P, 503, HTML, PAGE), "server"),
        (P, _said(P, 999, HTML, PAGE), "refused"),
        (D, _said(D, 401, HTML, PAGE), "shared"),
        # pages to sign in
        (D, _said("https://accounts.google.com/v3/signin/identifier?x", 200, HTML, PAGE), "shared"),
        (P, _said("https://accounts.google.com/v3/signin/identifier?x", 200, HTML, PAGE), "login"),
        (
            "https://x-my.sharepoint.com/:b:/g/1",
            _said("https://login.live.com/x", 200, HTML, PAGE),
            "shared",
        ),
        (P, _said("https://a.go.th/login?next=/doc", 200, HTML, PAGE), "login"),
        (P, _said("https://a.go.th/wp-login.php", 200, HTML, PAGE), "login"),
        (P, _said("https://a.go.th/blogin/x", 200, HTML, PAGE), "good"),
        ("https://a.go.th/login", _said("https://a.go.th/login", 200, HTML, PAGE), "good"),
        ("https://www.facebook.com/a", _said("https://www.facebook.com/login/?next=a", 200, HTML, PAGE), "refused"),
        (P, _said(P, 200, HTML, "<form><input type='password'></form>"), "login"),
        (P, _said(P, 200, HTML, PAGE + "<form><input type='password'></form>"), "good"),
        # shared drives and forms
        (D, _said(D, 200, HTML, "<title>Google Drive</title>You need access. Request access"), "shared"),
        (D, _said(D, 200, HTML, "<title>Drive</title>คุณต้องมีสิทธิ์เข้าถึง ขอสิทธิ์เข้าถึง"), "shared"),
        (D, _said(D, 200, HTML, "<title>แผน.pdf - Google Drive</title>"), "good"),
        (P, _said(P, 200, HTML, PAGE + "request access"), "good"),
        (F, _said(F, 200, HTML, "<title>f</title>The form is no longer accepting responses."), "form-closed"),
        (F, _said(F, 200, HTML, "<title>f</title>แบบฟอร์มนี้ไม่รับคำตอบแล้ว"), "form-closed"),
        # pages that say that nothing was found
        (P, _said(P, 200, HTML, "<title>404 Not Found</title>" + PAGE), "says-gone"),
        (P, _said(P, 200, HTML, "<title>อบต.</title><h1 class='x'>ไม่พบ<b>หน้า</b>ที่ต้องการ</h1>"), "good"),
        (P, _said(P, 200, HTML, "<title>อบต.</title><h1 class='x'>ไม่พบหน้าที่ต้องการ</h1>"), "says-gone"),
        (P, _said(P, 200, HTML, "<title>ไม่พบเอกสาร</title>".encode("cp874")), "says-gone"),
        (P, _said(P, 200, HTML, "<title>ประกาศ 1404/2569</title>"), "good"),
        (P, _said(P, 200, HTML, PAGE + "<p>404 not found"), "good"),
        # elsewhere
        (P, _said("https://a.go.th/", 200, HTML, PAGE), "to-home"),
        ("https://a.go.th/?p=1", _said("https://a.go.th/", 200, HTML, PAGE), "to-home"),
        ("https://a.go.th", _said("https://a.go.th/", 200, HTML, PAGE), "good"),
        ("https://a.go.th/", _said("https://www.a.go.th/", 200, HTML, PAGE, for_good=True), "moved"),
        (P, _said("https://b.go.th/x", 200, HTML, PAGE, for_good=True), "moved"),
        (P, _said("https://b.go.th/x", 200, HTML, PAGE), "good"),
        (P, _said(f"{P}/", 200, HTML, PAGE, for_good=True), "good"),
        (P, Failed("slow", P), "slow"),
        (P, Failed("private", "https://10.0.0.1/"), "private"),
    ],
)
def test_what_comes_of_an_address(asked: str, answer: Fetched | Failed, kind: str) -> None:
    assert judged(asked, answer).kind == kind


def test_details() -> None:
    assert judged(P, _said(P, 404, HTML, PAGE)) == Verdict("gone", "404")
    assert judged(P, Failed("not-https", "http://b.go.th/")) == Verdict("not-https", "http://b.go.th/")
    assert judged(P, Failed("slow", P)) == Verdict("slow")
    assert judged(P, _said("https://b.go.th/x", 200, HTML, PAGE, for_good=True)).detail == "https://b.go.th/x"
    assert judged(P, _said(P, 200, HTML, PAGE)) is GOOD


def test_a_letter_that_was_cut_in_the_middle_is_no_other_script() -> None:
    page = ("<title>ไม่พบหน้า</title>" + "ก" * 100).encode()[:-1]
    assert judged(P, _said(P, 200, HTML, page)).kind == "says-gone"
