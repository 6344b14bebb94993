"""What goes to which stream, in a terminal, in a pipe, and where not every character can be shown."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pod.cli.output import print_findings
from pod.model.findings import Finding, Findings, Severity
from pod.paths import templates_dir
from pod.store.catalogue import FileCatalogue
from tests.pictures import a_badge, one_colour
from tests.terminal import environment

COLOUR = re.compile(rb"\x1b\[[0-9;]*(3[0-7]|9[0-7]|38;)[0-9;]*m")
ESCAPE = b"\x1b"


def in_a_terminal(*args: str, cwd: Path, **environ: str) -> bytes:
    """What a command shows on a pseudo-terminal 100 columns wide."""
    ours, theirs = pty.openpty()
    names = environment(TERM="xterm-256color", COLUMNS="100", **environ)
    if "NO_COLOR" not in environ:
        del names["NO_COLOR"]
    process = subprocess.Popen(
        [sys.executable, "-m", "pod", *args], cwd=cwd, env=names, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            read = os.read(ours, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not read:
            break
        shown += read
    os.close(ours)
    process.wait(timeout=60)
    return shown


def test_a_terminal_has_lines_and_colours_and_no_color_ends_the_colours(tmp_path):
    (tmp_path / "red.png").write_bytes(one_colour())
    assert "┏".encode() in in_a_terminal("styles", cwd=tmp_path)
    assert COLOUR.search(in_a_terminal("check", "red.png", cwd=tmp_path))
    assert not COLOUR.search(in_a_terminal("check", "red.png", cwd=tmp_path, NO_COLOR="1"))


def test_a_pipe_has_neither_and_a_row_is_a_line(run_apart):
    said = run_apart("products")
    assert ESCAPE not in said.raw
    by_sku = {line.split()[1]: line for line in said.out.splitlines()}
    assert set(by_sku) == {"sku", *(p.sku for p in FileCatalogue(templates_dir()).products())}
    assert "2XL" in by_sku["tee"], "nothing is cut off or broken, however long the row"


def test_json_is_alone_on_standard_output_and_progress_on_the_other(run_apart, tmp_path):
    said = run_apart("design", "a fox", "--seed", "7", "--out", "d", "--json")
    assert said.json["candidates"][0]["seed"] == 7
    assert "drawing 1" in said.errors
    assert ESCAPE not in said.raw + said.raw_errors


@pytest.mark.parametrize("args", [("check", "-"), ("preflight", "-", "--size-mm", "100x100")])
def test_a_dash_reads_standard_input(run, args):
    said = run(*args, stdin=a_badge(), exit_code=None)
    assert "standard input" in said.out
    assert run(*args, stdin=b"", exit_code=3).errors.startswith("The file is empty.")


def test_prepare_takes_its_picture_from_standard_input(run, tmp_path):
    run("prepare", "-", "--size-mm", "50x50", "--format", "png", "--out", "o", stdin=a_badge(400))
    assert [p.name for p in (tmp_path / "o").iterdir()] == ["custom.png"]


def test_an_endless_file_is_not_read_for_ever(run, monkeypatch):
    monkeypatch.setattr("pod.cli.files.MAX_BYTES", 100_000)
    assert "more than" in run("check", "/dev/zero", exit_code=3).errors


ODD_NAMES = [
    "two words.png",
    "-dash.png",
    "ünï \N{FOX FACE}.png",
    "a:smile:b [red]x[/].png",
    "new\nline.png",
    "über/…/x.png",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_file_may_be_called_anything(run, tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(a_badge(400))
    assert run("check", "--json", "--", name).json["image"] == name
    assert path.name in run("check", "--", name).out
    assert f"{name} cannot be written" not in run("check", "--repair", f"out {path.name}", "--", name).errors
    assert (tmp_path / f"out {path.name}").read_bytes().startswith(b"\x89PNG")


def test_a_name_that_is_no_text_is_shown_escaped(run_apart, tmp_path):
    name = b"caf\xe9.png"
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_bytes(a_badge(400))
    assert b"caf\\udce9.png" in run_apart("check", name, LC_ALL="C.UTF-8").raw
    assert run_apart("check", name, "--json", LC_ALL="C.UTF-8").json["image"] == os.fsdecode(name)


def test_a_name_does_not_steer_the_terminal(run, tmp_path):
    name = "a\x1b[2Jb\u202egnp.png"
    (tmp_path / name).write_bytes(a_badge(400))
    said = run("check", name)
    assert ESCAPE not in said.raw
    assert "a�[2Jb�gnp.png" in said.out
    assert ESCAPE not in run("check", name + "x", exit_code=3).raw_errors


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_of_another_encoding_fails_nothing(run_apart, tmp_path, encoding):
    (tmp_path / "\N{FOX FACE}.png").write_bytes(a_badge(400))
    said = run_apart("check", "\N{FOX FACE}.png", PYTHONIOENCODING=encoding)
    assert "400" in said.raw.decode(encoding)
    assert (
        run_apart("check", "\N{FOX FACE}.png", "--json", PYTHONIOENCODING=encoding).json["image"] == "\N{FOX FACE}.png"
    )


def test_a_reader_that_goes_away_is_no_failure_of_ours(tmp_path):
    shell = f"{sys.executable} -m pod products --json | head -c 1 > /dev/null"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, env=environment(), capture_output=True, timeout=60)
    assert done.stderr == b""


def test_the_same_command_by_every_name(run_apart, tmp_path):
    script = Path(sys.executable).with_name("pod")
    by_script = subprocess.run([script, "--version"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert by_script.stdout == run_apart("--version").out


@pytest.mark.parametrize("command", [(), ("make",), ("user", "add")])
def test_help_is_what_the_page_says(run_apart, command):
    page = (Path(__file__).parent.parent.parent / "docs" / "commands.md").read_text(encoding="utf-8")
    shown = run_apart(*command, "--help", COLUMNS="120").out.strip()
    assert f"## {' '.join(('pod', *command))}\n\n```\n{shown}\n```\n" in page


def test_no_command_shows_the_list_and_is_a_usage_error(run_apart):
    said = run_apart(exit_code=2)
    assert "Commands:" in said.out + said.errors


def test_what_two_files_of_one_print_share_is_said_once(capsys):
    found = Finding("margin", Severity.CHOOSE, "It comes within 1 %.", "1 %", "at least 5 %", way_out="Add space.")
    print_findings(Findings((found, replace(found, measured="2 %"), found)))
    assert capsys.readouterr().out.count("It comes within 1 %.") == 2
