"""The list of claims."""

from __future__ import annotations

import json

from factcheck.model import Modality
from factcheck.report.claims import render_jsonl, render_text
from tests.factory import make_claim

VALUES = {"delegation-member": ("person",)}


def test_text_is_one_line_a_claim() -> None:
    claims = (make_claim(), make_claim("b.txt", "Ines\x1b Falk", modality=Modality.PLANNED))
    assert render_text(claims, VALUES) == (
        "a.txt:3  delegation-member  leader=ada brandt place=no  Ole Krag  happened\n"
        "b.txt:3  delegation-member  leader=ada brandt place=no  Ines\\x1b Falk  planned\n"
    )


def test_jsonl_is_one_object_a_line_with_key_and_value_apart() -> None:
    (line,) = render_jsonl((make_claim(sentence="Then\nOle Krag flew."),), VALUES).splitlines()
    claim = json.loads(line)
    assert claim["kind"] == "delegation-member"
    assert claim["key"] == {"leader": "ada brandt", "place": "no"}
    assert claim["value"] == {"person": "ole krag"}
    assert claim["text"] == "Ole Krag"
    assert (claim["source"], claim["start"], claim["end"]) == ("a.txt", 5, 13)
    assert claim["sentence"] == "Then\nOle Krag flew."


def test_no_claims_are_no_lines() -> None:
    assert render_text((), VALUES) == render_jsonl((), VALUES) == ""
