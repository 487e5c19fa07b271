"""Texts that try to be more than text, and what they would be to GitHub's runner."""

from __future__ import annotations

from factcheck.decisions import Decision, Status
from factcheck.findings import Confidence, Finding, Report, Severity, State
from factcheck.model import Relation
from tests.factory import Name, make_answer, make_claim, make_finding, make_report

HOSTILE = (
    # commands of GitHub's runner
    "::error::gone", "x\n::error file=a::b", "\r\n::stop-commands::x", "##[add-mask]the", "a ##[error]b",
    "100%0A::error::x", "%0D%0A", "a,b:c=d",
    # XML, HTML, Markdown
    "]]>", "<script>alert(1)</script>", "&amp; &lt;", "<!-- x", "a | b", "a \\| b", "\\", "`", "``` x", "#", "| --- |",
    "**bold** _it_ ~~no~~", "[text](https://evil.example)", "![x](y)", "https://evil.example www.evil.example",
    "@everyone #1 GH-2 !3 :dog:", "$x$ &1 ~label %4",
    # spreadsheets
    "=cmd()", "+1", "-1", "@sum", "\t=1", "\r=1", " =1", "＝1", '"', "'", '","',
    # what is no text, or turns it
    "\u202eabc\u202c", "\u2066x\u2069", "\x00", "\x1b[31m", "\x85\u2028\u2029", "\ufffe\uffff", "\ufeff", "\udcff",
    "\U000e0041",
    # templates, links, paths
    "{0} {", "[sic](1)", "a/../../b", "東京 🐕",
)  # fmt: skip

REGISTERED = frozenset(
    ["add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice", "remove-matcher",
     "save-state", "set-env", "set-output", "stop-commands", "warning"]
)  # fmt: skip


def told(text: str, state: State = State.CHANGED) -> Report:
    """A report in which `text` stands wherever an article, a file name or a colleague may put it."""
    claim, other = make_claim(f"{text}.txt", text, f"So {text}."), make_claim(f"d/{text}", text, f"{text} it was")
    known = make_answer(f"{text}A", id="a1", state=State.KNOWN, claims=(claim,))
    fresh = make_answer(text, id="a2", claims=(other,), origins=(text,))
    finding = make_finding(
        (known, fresh),
        question=text,
        key={"thing": Name(text)},
        reason=text,
        why=(text,),
        silent=(text,),
        state=state,
        decision=Decision(Status.ACCEPTED, text),
    )
    gone = finding._replace(answers=(make_answer(text),), state=State.RESOLVED)
    report = make_report(
        finding,
        sources=("a.txt", text),
        skipped=[(text, "binary")],
        updates=(finding,),
        agreements=(finding,),
        resolved=(gone,),
        unchecked=(gone._replace(state=State.NOT_CHECKED),),
    )
    return report._replace(sources=tuple(source._replace(url=text, outlet=text) for source in report.sources))


def of_every_state() -> tuple[Finding, ...]:
    """A conflict in each state that a conflict can have, with a severity of each kind."""
    decision = Decision(Status.ACCEPTED, "the ministry counts twice")
    known = tuple(a._replace(state=State.KNOWN) for a in make_finding().answers)
    states = {
        State.NEW: make_finding().answers,
        State.CHANGED: (*known, make_answer("Mia Lund", "d.txt")),
        State.KNOWN: known,
        State.ACCEPTED: known,
        State.EXPIRED: known,
    }
    return tuple(
        make_finding(
            answers,
            id=f"fc-{state.value}",
            state=state,
            severity=list(Severity)[number % 3],
            confidence=Confidence.LOW,
            relation=Relation.CANNOT_BOTH,
            decision=decision if state in (State.ACCEPTED, State.EXPIRED) else None,
        )
        for number, (state, answers) in enumerate(states.items(), 1)
    )


def commands_in(output: str) -> list[str]:
    """The commands that GitHub's runner would carry out for the lines of `output` (its `ActionCommand`)."""
    lines = output.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [name for line in lines for name in [_new_form(line) or _old_form(line)] if name in REGISTERED]


def _new_form(line: str) -> str:
    line = line.lstrip()
    end = line.find("::", 2) if line.startswith("::") else -1
    return line[2:end].split(" ")[0].lower() if end >= 0 else ""


def _old_form(line: str) -> str:
    start = line.find("##[")
    end = line.find("]", start)
    return line[start + 3 : end].split(" ")[0].lower() if start >= 0 and end >= 0 else ""
