"""The file that keeps results: shared, damaged, full, forbidden or old, it never does harm."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import store as module
from factcheck.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "kept.sqlite"


def test_what_was_put_is_got_by_another_run(path: Path) -> None:
    one = Store(path)
    assert one.get([b"a"]) == {} and not path.exists()
    one.put([(b"a", b"1"), (b"b", b"2")])
    one.put([(b"b", b"3")])
    one.close()
    assert Store(path).get([b"a", b"b", b"c"]) == {b"a": b"1", b"b": b"3"}


def test_the_file_is_its_owners_alone(path: Path) -> None:
    Store(path).put([(b"a", b"1")])
    assert path.stat().st_mode & 0o077 == 0 and path.parent.stat().st_mode & 0o077 == 0


def test_more_keys_than_a_question_takes(path: Path) -> None:
    items = [(str(n).encode(), b"x") for n in range(2500)]
    Store(path).put(items)
    assert len(Store(path).get([key for key, _ in items])) == 2500


@pytest.mark.parametrize("damage", [b"", b"nonsense " * 500, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_made_anew(path: Path, damage: bytes) -> None:
    Store(path).put([(b"a", b"1")])
    path.write_bytes(damage)
    store = Store(path)
    assert store.get([b"a"]) == {}
    store.put([(b"a", b"2")])
    store.close()
    assert Store(path).get([b"a"]) == {b"a": b"2"}


def test_a_damaged_page_is_no_harm(path: Path) -> None:
    Store(path).put([(str(n).encode(), b"x" * 3000) for n in range(200)])
    data = bytearray(path.read_bytes())
    for page in range(4096, len(data), 3 * 4096):
        data[page : page + 200] = b"\xff" * 200
    path.write_bytes(data)
    store = Store(path)
    store.get([str(n).encode() for n in range(200)])
    store.put([(b"new", b"1")])
    store.close()


def test_two_runs_at_once_both_keep(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from factcheck.store import Store; s = Store(Path(sys.argv[1]))\n"
        "for n in range(50): s.put([(f'{sys.argv[2]}{n}'.encode(), b'x' * 5000)])"
    )
    runs = [subprocess.Popen([sys.executable, "-c", script, str(path), name]) for name in "pq"]
    assert [run.wait() for run in runs] == [0, 0]
    assert len(Store(path).get([f"{name}{n}".encode() for name in "pq" for n in range(50)])) == 100


def test_a_run_that_is_killed_leaves_what_it_had_kept(path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from factcheck.store import Store; s = Store(Path(sys.argv[1]))\n"
        "s.put([(b'a', b'1')]); s._open.execute('INSERT INTO kept VALUES (?, ?)', (b'b', b'2'))\n"
        "os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)], check=False).returncode == -9
    store = Store(path)
    assert store.get([b"a", b"b"]) == {b"a": b"1"}
    store.put([(b"b", b"3")])
    assert store.get([b"b"]) == {b"b": b"3"}


@pytest.mark.parametrize("message", ["database or disk is full", "database is locked", "disk I/O error"])
def test_a_failing_disk_costs_only_what_was_to_be_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch, message: str
) -> None:
    store = Store(path)
    store.put([(b"a", b"1")])

    def fail(self: Store) -> sqlite3.Connection:
        raise sqlite3.OperationalError(message)

    store.close()
    monkeypatch.setattr(Store, "_connect", fail)
    store.put([(b"b", b"2")])
    assert store.get([b"a"]) == {}
    monkeypatch.undo()
    assert Store(path).get([b"a", b"b"]) == {b"a": b"1"}


def test_a_folder_that_cannot_be_made_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "kept.sqlite")
    store.put([(b"a", b"1")])
    assert store.get([b"a"]) == {}


def test_the_oldest_half_makes_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 10)
    store = Store(path)
    for n in range(30):
        store.put([(str(n).encode(), b"x")])
    kept = store.get([str(n).encode() for n in range(30)])
    assert b"29" in kept and b"0" not in kept and len(kept) <= 11
