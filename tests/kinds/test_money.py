"""What money is for: invented articles in, findings out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.pipeline import check
from tests.corpus import write


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Fjordlinje will pay {} to those who lost their boats.", {}),
        ("The annual pay of its head is {}.", {"for": "salary"}),
        ("The salary of its head is {}.", {"for": "salary"}),
    ],
)
def test_who_pays_pays_no_salary_unless_it_is_called_one(tmp_path: Path, said: str, key: dict[str, str]) -> None:
    texts = {f"{euros}.txt": f"Boats in Ostra\n\n{said.format(f'{euros} million euros')}\n" for euros in ("4.5", "5.4")}
    (found,) = check([write(tmp_path, texts)], select=["money"], one_story=True, cache=False).conflicts
    assert {name: str(value) for name, value in found.key.items()} == key
