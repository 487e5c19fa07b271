"""The cache of parsed rule packs: used where it is good, never believed where it is stale, damaged or foreign."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from factcheck.kept import packed
from factcheck.lexicon import Lexicon
from factcheck.rulepack import RulePack, load_pack
from factcheck.rulepack.cache import StoredLexicons, cached_pack, store_pack
from factcheck.rulepack.load import _CODE, code_hash

RULES, CODE = "a" * 64, "b" * 64
PACK = RulePack({}, (), {}, {}, {"xx": Lexicon("xx", {"words": {"not": ["ikke"]}})}, {}, f"sha256:{RULES}")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's cache is; it does not exist yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "factcheck"


def _stored(folder: Path) -> Path:
    store_pack(PACK, RULES, CODE)
    return next(folder.iterdir())


def test_a_stored_pack_comes_back(folder: Path) -> None:
    _stored(folder)
    found = cached_pack(RULES, CODE)
    assert found is not None and found.fingerprint == PACK.fingerprint
    assert found.lexicons["xx"].sections == {"words": {"not": ["ikke"]}}
    assert list(found.lexicons) == ["xx"] and found.lexicons.get("yy") is None


@pytest.mark.parametrize(("rules", "code"), [("c" * 64, CODE), (RULES, "c" * 64)])
def test_other_rules_or_other_code_find_nothing(folder: Path, rules: str, code: str) -> None:
    _stored(folder)
    assert cached_pack(rules, code) is None


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[:-10],
    "one bit": lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
    "no pack": lambda data: sha256(other := pickle.dumps(["another program's"])).digest() + other,
    "no pickle": lambda data: sha256(b"text").digest() + b"text",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_not_believed(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    file = _stored(folder)
    file.write_bytes(damage(file.read_bytes()))
    assert cached_pack(RULES, CODE) is None


def test_lexicons_are_read_one_by_one() -> None:
    stored = StoredLexicons({"xx": packed(PACK.lexicons["xx"]), "yy": b"never read"})
    assert stored["xx"] is stored["xx"]
    assert stored["xx"].language == "xx"


def test_few_files_are_kept_and_none_is_left_half_written(folder: Path) -> None:
    for number in range(12):
        store_pack(PACK, f"{number:02}{RULES}", CODE)
    assert len(list(folder.iterdir())) == 8


def test_a_cache_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    store_pack(PACK, RULES, CODE)
    assert cached_pack(RULES, CODE) is None


def test_the_pack_from_the_cache_is_the_one_that_was_parsed() -> None:
    parsed, cached = load_pack(), load_pack()
    assert isinstance(cached.lexicons, StoredLexicons) and not isinstance(parsed.lexicons, StoredLexicons)
    assert (cached.rules, cached.kinds, cached.patterns) == (parsed.rules, parsed.kinds, parsed.patterns)
    for language, lexicon in parsed.lexicons.items():
        assert cached.lexicons[language].sections == lexicon.sections
        assert set(cached.lexicons[language].indexes) == set(lexicon.indexes)


def test_changed_rules_are_parsed_again(tmp_path: Path) -> None:
    words = tmp_path / "pack/languages/en/words.yaml"
    words.parent.mkdir(parents=True)
    words.write_text("said: [proclaimed]")
    first = load_pack([tmp_path / "pack"])
    words.write_text("said: [trumpeted]")
    second = load_pack([tmp_path / "pack"])
    assert first.fingerprint != second.fingerprint
    assert "proclaimed" in first.lexicons["en"].sections["words"]["said"]
    assert "proclaimed" not in second.lexicons["en"].sections["words"]["said"]


def test_all_code_that_builds_a_pack_is_part_of_its_key() -> None:
    script = "import sys, factcheck.rulepack.parse; print(*(name for name in sys.modules if name[:10] == 'factcheck.'))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    hashed = {name.removesuffix(".py") for name in _CODE}
    assert {name.split(".")[1] for name in loaded} <= hashed
    assert len(code_hash()) == 64
