"""A report on articles that were written to break out of whatever shows them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Report
from tests.factory import make_answer, make_claim, make_finding, make_report, make_source

TEXTS = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</template></details></blockquote><b-evil>",
    '"><img src=x onerror=alert(3)>',
    "' onfocus='alert(4)' autofocus='",
    "<a href='javascript:alert(5)'>javascript:alert(5)</a>",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- --><base href='https://evil.example/'>",
    "invoice\u202egnp.exe\u2066\u2028next\u2029",
    "\x00\x1b[2J\ufeff\udcff",
    "&lt;b&gt; &amp; ]]>",
    "long " * 200_000,
)


def hostile_report() -> Report:
    """Each of `TEXTS` stands wherever an article, a file name or a rule could put it."""
    report = make_report(*_findings(), sources=(), skipped=[(text[:80], text[:80]) for text in TEXTS])
    sources = tuple(
        make_source(
            _id(text), title=text, language=text[:30], voice=text[:30], published=text[:30], url=text, outlet=text
        )
        for text in TEXTS
    )
    return report._replace(sources=sources, updates=report.conflicts[:3], agreements=report.conflicts[3:])


def _id(text: str) -> str:
    return f"folder/{text[:40]}.txt"


def _findings() -> Iterator[object]:
    for number, text in enumerate(TEXTS):
        words = text[:200]
        claim = make_claim(_id(text), words, f"{text[:500]} {words} {text[:500]}")._replace(
            attribution=words, rule=words
        )
        answers = (make_answer(words, _id(text), claims=(claim,), origins=(words,), variants=(f"{words}!",)),
                   make_answer("Ole Krag", _id(TEXTS[0])))  # fmt: skip
        yield make_finding(
            answers, id=f"fc-{number}", question=words, reason=words, kind="kind", why=(words,), weaker=(words,),
            silent=(words,),
        )  # fmt: skip
