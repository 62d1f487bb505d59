"""How the page of `check` looks: on a phone, on paper, in the dark."""

from markupsafe import Markup

STYLE = Markup("""\
@page { size: A4; margin: 15mm 14mm; }
:root { color-scheme: light dark; --ink: #1a1f24; --muted: #55606a; --paper: #fff; --line: #c9d0d6; --soft: #f2f4f6;
  --bad: #a3201a; --good: #17653a; --link: #0f4c5c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ecef; --muted: #a9b4bd; --paper: #14181c; --line: #3c464f; --soft: #1f262c;
    --bad: #ff9d94; --good: #7fd6a2; --link: #8fd0e0; }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 1rem/1.7 Sarabun, "TH Sarabun New", "TH SarabunPSK", "Noto Sans Thai", Leelawadee, Garuda, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.5; margin: 1.4rem 0 .4rem; }
h1 { font-size: 1.6rem; margin-top: 0; }
h2 { font-size: 1.3rem; padding-top: .8rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; color: var(--muted); }
p, ul, dl { margin: .4rem 0; }
a { color: var(--link); }
.muted { color: var(--muted); font-size: .9rem; }
.verdict { font-size: 1.15rem; font-weight: bold; border-left: .4rem solid; padding: .3rem .8rem;
  background: var(--soft); }
.good { color: var(--good); }
.bad { color: var(--bad); }
article { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .9rem; margin: .6rem 0; }
article.holds { border-left: .4rem solid var(--bad); }
code { font: .92em/1.7 "Noto Sans Mono", Consolas, "Noto Sans Thai", Leelawadee, monospace; color: var(--muted); }
pre { margin: .4rem 0; padding: .4rem .7rem; background: var(--soft); white-space: pre-wrap; }
pre code { color: var(--ink); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; }
dt { color: var(--muted); }
dd { margin: 0; min-width: 0; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
caption { text-align: start; font-weight: bold; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: start; vertical-align: top; }
th { font-weight: normal; }
thead th { background: var(--soft); white-space: nowrap; }
.number { text-align: end; }
summary { cursor: pointer; color: var(--link); }
li.item { list-style: none; margin-left: 1rem; }
@media (max-width: 30rem) {
  main { padding: .6rem; }
  dl { display: block; }
  thead { display: none; }
  tr, th, td { display: block; border-width: 0 0 1px; }
  tr { border: 1px solid var(--line); margin-bottom: .5rem; }
  td:empty { display: none; }
  .number { display: inline-block; border: 0; padding-right: 0; }
  .number:nth-of-type(2)::before { content: "ต้องแก้ไข "; }
  .number:nth-of-type(3)::before { content: "ไม่ตรงกัน "; }
  .number:nth-of-type(4)::before { content: "คำเตือน "; }
}
@media print {
  :root { --ink: #000; --muted: #333; --paper: #fff; --line: #888; --soft: #eee; --bad: #000;
    --good: #000; --link: #000; }
  main { max-width: none; padding: 0; }
  body { font-size: 11pt; }
  h2, h3, h4 { break-after: avoid; }
  article, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  details:not([open]), a[href^="#why-"] { display: none; }
}
""")
