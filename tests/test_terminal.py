"""Files are written whole or not at all; progress is shown to a terminal, and to nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.terminal import write_file
from tests.corpus import ROOT, write


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    write_file(tmp_path / "a", "é\r\n\n🐕")
    assert (tmp_path / "a").read_bytes() == "é\r\n\n🐕".encode()
    write_file(tmp_path / "a", "short")
    assert (tmp_path / "a").read_bytes() == b"short"
    assert names(tmp_path) == ["a"]


def test_a_new_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    write_file(tmp_path / "a", "x")
    (tmp_path / "b").write_text("x", encoding="utf-8")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real" / "file")
    write_file(tmp_path / "link", "x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "file").read_text(encoding="utf-8") == "x"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device")
def test_a_device_is_written_to_and_stays_one() -> None:
    write_file(Path("/dev/null"), "x")
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such device")
def test_a_pipe_is_written_to() -> None:
    program = (
        "from pathlib import Path; from factcheck.terminal import write_file; write_file(Path('/dev/stdout'), 'x')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"x", b"")


@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_the_rights_of_a_file_stay_what_they_are(tmp_path: Path, mode: int) -> None:
    (tmp_path / "a").touch(mode)
    (tmp_path / "a").chmod(mode)
    write_file(tmp_path / "a", "x")
    assert (tmp_path / "a").stat().st_mode & 0o777 == mode


def test_a_read_only_file_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / "a").chmod(0o444)
    with pytest.raises(PermissionError, match="the file is read-only"):
        write_file(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a"]


def test_an_error_names_the_file_that_was_wanted(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_file(tmp_path / "no" / "a", "x")
    assert caught.value.filename == str(tmp_path / "no" / "a")
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write_file(tmp_path / "folder", "x")
    assert names(tmp_path) == ["folder"]


@pytest.mark.parametrize("stop", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_stops_half_way_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    def replace(source: Path, target: Path) -> None:
        raise stop

    (tmp_path / "a").write_text("old", encoding="utf-8")
    monkeypatch.setattr("os.replace", replace)
    with pytest.raises(type(stop)):
        write_file(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of the size of files")
def test_a_disk_that_fills_up_leaves_nothing(tmp_path: Path) -> None:
    program = (
        "import resource; from pathlib import Path; from factcheck.terminal import write_file; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); write_file(Path('a'), 'x' * 200_000)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert "OSError: [Errno 27] File too large: 'a'" in done.stderr
    assert names(tmp_path) == []


def counting(errors: int, corpus: Path) -> subprocess.CompletedProcess[bytes]:
    """A run of `claims` that counts from the first article on, its standard error in the file `errors`."""
    script = (
        "import sys; from factcheck.cli import main; from factcheck.terminal import Progress\n"
        "Progress._FIRST = Progress._NEXT = 0.0; sys.exit(main())"
    )
    command = [sys.executable, "-c", script, "claims", str(corpus), "--no-cache"]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, check=True)


def test_progress_is_counted_on_a_terminal_and_wiped_off(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="this system has no terminals of this kind")
    screen, errors = pty.openpty()
    run = counting(errors, write(tmp_path / "corpus", {f"{n}.txt": "It rained in Oslo." for n in range(3)}))
    os.close(errors)
    shown = os.read(screen, 4096).split(b"\r")
    os.close(screen)
    assert shown == [b"", b"1 article", b"2 articles", b"3 articles", b" " * 10, b""]
    assert b"articles" not in run.stdout


def test_nothing_is_counted_without_a_terminal(tmp_path: Path) -> None:
    with (tmp_path / "errors").open("wb") as errors:
        counting(errors.fileno(), write(tmp_path / "corpus", {"a.txt": "It rained in Oslo."}))
    assert (tmp_path / "errors").read_bytes() == b""
