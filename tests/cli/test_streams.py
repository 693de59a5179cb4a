"""Terminals, closed pipes and interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from interrupts import heed_interrupts

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and terminals as on Unix")


def _command(*args: str) -> list[str]:
    return [sys.executable, "-m", "factcheck", *args]


@pytest.mark.parametrize("args", [("--help",), ("rules", "list"), ("schema", "report")])
def test_a_reader_that_closes_early_ends_the_program_quietly(project: Path, args: tuple[str, ...]) -> None:
    with subprocess.Popen(_command(*args), cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        told = process.stderr.read()
        code = process.wait(60)
    assert told == b""
    assert code in (0, -signal.SIGPIPE)


@pytest.mark.model
def test_an_interrupt_ends_with_130(project: Path, tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(f"Ferry {number} opened on March 4 with 40 guests. " * 200, encoding="utf-8")
    with subprocess.Popen(
        _command("report", str(tmp_path)), cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed_interrupts
    ) as process:
        time.sleep(2.5)
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in told


@pytest.mark.model
def test_the_bar_is_shown_on_a_terminal_only_and_never_on_stdout(project: Path, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Ferry {number} opened on March {number + 1} with 40 guests.", encoding="utf-8")
    for quiet, expected in ((("-q",), False), ((), True)):
        ours, theirs = os.openpty()
        done = subprocess.run(
            _command("report", str(tmp_path), *quiet), cwd=project, stdout=subprocess.PIPE, stderr=theirs, timeout=120, check=False
        )
        os.close(theirs)
        told = b""
        try:
            while chunk := os.read(ours, 65536):
                told += chunk
        except OSError:  # the other end is closed: all is read
            pass
        os.close(ours)
        assert done.returncode == 0
        assert b"\x1b" not in done.stdout
        assert (b"reading" in told or b"loading" in told or b"comparing" in told) is expected


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("args", [("--help",), ("report", "--help"), ("rules", "list"), ("explain", "FC101")])
def test_a_full_disk_is_told_and_ends_with_2(project: Path, args: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(_command(*args), cwd=project, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
        mute = subprocess.run(_command("explain", "nothing"), cwd=project, stdout=full, stderr=full, timeout=60, check=False)
    assert (done.returncode, mute.returncode) == (2, 2)
    assert done.stderr.startswith(b"error E511: ")
    assert done.stderr.count(b"\n") == 1


def test_a_closed_standard_output_is_told(project: Path) -> None:
    shell = 'exec "$@" >&-'
    done = subprocess.run(
        ["sh", "-c", shell, "sh", *_command("rules", "list")], cwd=project, stderr=subprocess.PIPE, timeout=60, check=False
    )
    assert done.returncode == 2
    assert b"error E511: standard output is closed" in done.stderr


def test_a_working_directory_that_is_gone_is_told(project: Path, tmp_path: Path) -> None:
    shell = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"'
    done = subprocess.run(
        ["sh", "-c", shell, "sh", *_command("rules", "list")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(project)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"error E514: ")


@pytest.mark.model
@pytest.mark.parametrize(
    ("closed", "args", "told", "printed"),
    [
        ("<&-", ("report", "-"), b"error E303: standard input is closed", b""),
        (">&-", ("report", "seeds"), b"error E511: standard output is closed", b""),
        ("2>&-", ("report", "seeds", "none.txt"), b"", b"Ararat Mirzoyan"),
    ],
)
def test_a_closed_stream_is_told_and_hinders_no_other(
    project: Path, closed: str, args: tuple[str, ...], told: bytes, printed: bytes
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *_command(*args)], cwd=project, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 2
    assert told in done.stderr
    assert b"E101" not in done.stderr
    assert printed in done.stdout
