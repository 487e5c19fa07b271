"""The page in a real Chromium: what it loads, how it is used, who can read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from factcheck.findings import Report
from factcheck.report import View, render
from tests.browser import CHROMIUM, browser, opened
from tests.corpus import SEEDS, factcheck
from tests.factory import make_answer, make_finding, make_report
from tests.hostile import hostile_report
from tests.large import large_report

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (apt-get install chromium)")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "report.html"
    assert factcheck("report", SEEDS, "-o", file).returncode == 0
    return file


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("page"), large_report(500, 600))


def written(folder: Path, report: Report) -> Path:
    file = folder / "report.html"
    file.write_text(render(report, "html", View()), encoding="utf-8")
    return file


def shown_cards(page: Any) -> list[str]:
    return [str(id) for id in page.eval_on_selector_all(".card", "cards => cards.map(card => card.id)")]


def focused_card(page: Any) -> str | None:
    return page.evaluate("document.activeElement.closest('.card')?.id ?? null")  # type: ignore[no-any-return]


def problems(page: Any) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{item['id']}: {node['html'][:200]}" for item in found for node in item["nodes"]]


def wide(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


@pytest.mark.parametrize("report", [hostile_report(), large_report(20, 40)], ids=["hostile", "plain"])
def test_nothing_is_loaded_nothing_runs_and_nothing_complains(chromium: Any, tmp_path: Path, report: Report) -> None:
    page = chromium.new_page()
    said: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: requests.append(request.url))
    file = written(tmp_path, report)
    page.goto(file.as_uri())
    page.click("text=Open all")
    page.fill("[name=q]", "script")
    page.fill("[name=q]", "")
    assert said == []
    assert requests == [file.as_uri()]
    assert page.evaluate("document.querySelectorAll('script, img, base, iframe, b-evil').length") == 1


def test_an_override_of_the_reading_order_turns_nothing(chromium: Any, tmp_path: Path) -> None:
    page = opened(chromium, written(tmp_path, hostile_report()))
    assert "\u202e" not in page.content()
    assert page.locator("th bdi", has_text="invoice\\u202egnp.exe").count() >= 1


def test_keys_walk_open_search_and_explain(chromium: Any, large: Path) -> None:
    page = opened(chromium, large)
    first, second = shown_cards(page)[:2]
    page.keyboard.press("j")
    assert focused_card(page) == first
    page.keyboard.press("j")
    assert focused_card(page) == second
    was_open = page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is not was_open
    page.keyboard.press("k")
    assert focused_card(page) == first
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible() and focused_card(page) == first
    page.keyboard.press("/")
    page.keyboard.type("jk?")
    assert page.input_value("[name=q]") == "jk?"


def test_filters_are_kept_in_the_address(chromium: Any, large: Path) -> None:
    page = opened(chromium, large)
    everything = len(shown_cards(page))
    page.select_option("[name=state]", "changed")
    page.select_option("[name=severity]", "error")
    page.fill("[name=q]", "ines")
    found = shown_cards(page)
    assert 0 < len(found) < everything
    assert page.locator(".card").evaluate_all("all => all.every(card => card.dataset.state === 'changed')")
    again = opened(chromium, large, hash=page.url[page.url.index("#") :])
    assert shown_cards(again) == found
    assert again.input_value("[name=q]") == "ines"
    assert again.locator("[role=status]").inner_text() == page.locator("[role=status]").inner_text() != ""
    again.click("text=Clear")
    assert len(shown_cards(again)) == everything and "#" not in again.url


def test_a_source_is_filtered_by_its_name(chromium: Any, large: Path) -> None:
    page = opened(chromium, large, hash="#source=agency-01%2Farticle-00001.txt")
    assert shown_cards(page)
    assert page.locator(".card").evaluate_all("all => all.every(card => card.textContent.includes('article-00001'))")
    rows = page.locator("tr[data-card]:visible").evaluate_all("rows => rows.map(row => row.dataset.card)")
    assert rows and set(rows) <= set(shown_cards(page))


def test_an_address_leads_to_a_finding_that_was_not_drawn_yet(chromium: Any, large: Path) -> None:
    page = opened(chromium, large)
    last = page.evaluate("document.querySelector('[data-shelf=cards] > template').content.lastElementChild.id")
    assert last not in shown_cards(page)
    page = opened(chromium, large, hash=f"#{last}")
    assert focused_card(page) == last
    assert page.locator(f"#{last}").evaluate("card => card.open")


def test_the_matrix_leads_to_the_finding_and_keeps_the_filters(chromium: Any, seeds: Path) -> None:
    page = opened(chromium, seeds)
    page.fill("[name=q]", "putin")
    page.locator(".matrix tbody th a").first.click()
    assert focused_card(page) == shown_cards(page)[0]
    assert "q=putin" in page.url and f"at={shown_cards(page)[0]}" in page.url


def test_more_is_drawn_on_demand(chromium: Any, large: Path) -> None:
    page = opened(chromium, large)
    before = len(shown_cards(page))
    page.locator(".more button:visible", has_text="more").nth(1).click()
    assert len(shown_cards(page)) > before


def test_without_the_script_all_is_readable_and_what_is_hidden_is_said(chromium: Any, large: Path) -> None:
    page = opened(chromium, large, java_script_enabled=False)
    assert page.locator(".filters").is_hidden()
    assert page.locator(".card").count() >= 200
    assert (
        "more findings in this file: drawn where JavaScript is allowed" in page.locator("noscript").nth(1).inner_text()
    )


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_never_scrolls_sideways(chromium: Any, seeds: Path, large: Path, tmp_path: Path, width: int) -> None:
    for file in (seeds, large, written(tmp_path, hostile_report())):
        page = opened(chromium, file, viewport={"width": width, "height": 740})
        page.click("text=Open all")
        assert not wide(page), file


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_people_with_other_senses_can_use_it(chromium: Any, seeds: Path, scheme: str, width: int) -> None:
    page = opened(chromium, seeds, color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    assert problems(page) == []
    page.keyboard.press("?")
    assert problems(page) == []


@pytest.mark.parametrize(
    "make", [hostile_report, lambda: large_report(12, 12), make_report], ids=["hostile", "large", "bare"]
)
def test_other_reports_are_as_usable(chromium: Any, tmp_path: Path, make: Any) -> None:
    page = opened(chromium, written(tmp_path, make()), bypass_csp=True)
    page.click("text=Open all") if page.locator(".filters").is_visible() else None
    assert problems(page) == []


def test_it_prints_what_is_folded_too(chromium: Any, tmp_path: Path) -> None:
    answers = (make_answer("Ole Krag", "a.txt"), make_answer("Ines Falk", "b.txt"))
    findings = [make_finding(answers, id=f"fc-{number}", question=f"Number {number}?") for number in range(20)]
    page = opened(chromium, written(tmp_path, make_report(*findings)))
    quote = page.locator("#fc-15 mark").first
    assert not quote.is_visible()
    assert page.pdf()[:5] == b"%PDF-"
    page.emulate_media(media="print")
    assert quote.bounding_box() is not None
    assert page.locator(".filters").is_hidden()


def test_dark_and_light_are_two(chromium: Any, seeds: Path) -> None:
    colours = {
        opened(chromium, seeds, color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert len(colours) == 2
