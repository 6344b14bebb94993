"""Every documented exit code, and what is said with it: in words, and as the one object of `--json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import structlog

from pod.cli import catalogue
from pod.cli.main import COMMANDS, main
from pod.cli.output import EXIT_CODES, EXIT_MEANINGS, STOPPED, JsonOption
from pod.model import errors
from tests.pictures import one_colour

SENTENCE = "a fox reading a book under the moon"


def test_every_kind_of_error_has_an_exit_code_that_is_documented():
    kinds = {cls.kind for cls in vars(errors).values() if isinstance(cls, type) and issubclass(cls, errors.PodError)}
    assert kinds <= EXIT_CODES.keys()
    assert set(EXIT_CODES.values()) | {0, STOPPED} == set(EXIT_MEANINGS)
    page = (Path(__file__).parent.parent.parent / "docs" / "commands.md").read_text(encoding="utf-8")
    for code, meaning in EXIT_MEANINGS.items():
        assert f"| {code} | {meaning} |" in page


def test_0_done(run):
    assert "badge" in run("styles").out


@pytest.fixture
def faulty(monkeypatch):
    """A command with a fault of ours in it."""

    def products(as_json: JsonOption = False) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(catalogue, "products", products)


def test_1_a_fault_of_ours_is_a_sentence_with_the_trace_behind_it(faulty, capsys):
    assert main(["products"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    first, second = said.err.splitlines()[:2]
    assert "ZeroDivisionError: planted" in first
    assert "Nothing was printed, paid or sent" in second
    assert "Traceback" in said.err


def test_1_a_fault_of_ours_is_one_object_too(faulty, capsys):
    assert main(["products", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)["error"]
    assert told["code"] == "unexpected"
    assert "ZeroDivisionError" in told["message"]


def test_130_ctrl_c_says_that_nothing_is_lost(monkeypatch, capsys):
    def styles() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(catalogue, "styles", styles)
    assert main(["styles"]) == STOPPED
    structlog.reset_defaults()
    assert capsys.readouterr().err == "Stopped. Nothing that was approved or paid is lost.\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("nonsense",), "No such command 'nonsense'"),
        (("export", "pod.zip"), "No such command 'export'"),
        (("make",), "Missing argument"),
        (("make", SENTENCE, "--colour", "red"), "No such option: --colour"),
        (("make", SENTENCE, "--quantity", "two"), "--quantity"),
        (("prepare", "a.png"), "Missing option '--out'"),
        (("serve", "--port", "80000"), "--port"),
        (("prepare", "a.png", "--size-mm", "9x9", "--bleed-mm", "nan", "--out", "o"), "--bleed-mm"),
        (("prepare", "a.png", "--size-mm", "9x9", "--bleed-mm", "-1", "--out", "o"), "--bleed-mm"),
        (("user", "list", "--password", "x"), "No such option: --password"),
    ],
)
def test_2_usage(run, args, words):
    said = run(*args, exit_code=2)
    assert words in said.errors
    assert said.out == ""


def test_2_usage_is_one_object_with_json(run):
    told = run("products", "--json", "--nonsense", exit_code=2).json["error"]
    assert told["code"] == "usage"
    assert "--nonsense" in told["message"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("make", " ", "--product", "tee"), "brief", "sentence"),
        (("make", SENTENCE, "--product", "spaceship"), "brief", "spaceship"),
        (("make", SENTENCE, "--cloth", "plaid"), "brief", "plaid"),
        (("make", SENTENCE, "--style", "blurry"), "brief", "blurry"),
        (("make", SENTENCE, "--area", "knee"), "brief", "knee"),
        (("make", SENTENCE, "--palette", "#12"), "brief", "#12"),
        (("make", SENTENCE, "--provider", "nobody"), "brief", "nobody"),
        (("make", SENTENCE, "--quantity", "0"), "quantity", "quantity of 0"),
        (("make", SENTENCE, "--quantity", "-3"), "quantity", "quantity of -3"),
        (("make", SENTENCE, "--quantity", "10001"), "quantity", "10001"),
        (("make", "Mickey Mouse on the moon"), "screened_character", "Mickey Mouse"),
        (("make", SENTENCE, "--lettering", "drink Pepsi"), "screened_brand", "Pepsi"),
        (("design", SENTENCE, "--candidates", "9"), "brief", "9 candidates"),
        (("design", SENTENCE, "--palette", "#12x,#fff"), "brief", "#12x"),
        (("check", "missing.png"), "file_unreadable", "missing.png"),
        (("check", "."), "file_unreadable", "directory"),
        (("prepare", "missing.png", "--product", "tee", "--out", "o"), "file_unreadable", "missing.png"),
        (("prepare", "badge.png", "--out", "o"), "which_area", "--size-mm 300x400"),
        (("prepare", "badge.png", "--product", "spaceship", "--out", "o"), "unknown_product", "spaceship"),
        (("prepare", "badge.png", "--product", "tee", "--area", "knee", "--out", "o"), "unknown_area", "knee"),
        (("prepare", "badge.png", "--product", "tee", "--cloth", "plaid", "--out", "o"), "unknown_cloth", "plaid"),
        (("prepare", "badge.png", "--product", "tee", "--bleed-mm", "3", "--out", "o"), "product_has_margins", "bleed"),
        (("prepare", "badge.png", "--product", "tee", "--format", "exe", "--out", "o"), "unknown_format", "exe"),
        (("prepare", "badge.png", "--product", "tee", "--fit", "magic", "--out", "o"), "unknown_fit", "magic"),
        (("prepare", "badge.png", "--size-mm", "big", "--out", "o"), "size_unreadable", "big"),
        (("prepare", "badge.png", "--size-mm", "1x9", "--out", "o"), "size_out_of_range", "1 × 9"),
        (("prepare", "badge.png", "--size-mm", "0x90", "--out", "o"), "size_out_of_range", "0 × 90"),
        (("prepare", "badge.png", "--size-mm", "-50x90", "--out", "o"), "size_out_of_range", "-50 × 90"),
        (("prepare", "badge.png", "--size-mm", "nanx90", "--out", "o"), "size_out_of_range", "nan × 90"),
        (("prepare", "badge.png", "--size-mm", "90xinf", "--out", "o"), "size_out_of_range", "90 × inf"),
        (("prepare", "badge.png", "--size-mm", "90x9e9", "--out", "o"), "size_unreadable", "90x9e9"),
        (("prepare", "badge.png", "--size-mm", "90x99999", "--out", "o"), "size_out_of_range", "5 and 5000 mm"),
        (("prepare", "badge.png", "--size-mm", "3000x3000", "--out", "o"), "print_too_large", "35434 × 35434 px"),
        (("prepare", "badge.png", "--size-mm", "90x90+nan", "--out", "o"), "margins_out_of_range", "bleed of nan"),
        (("prepare", "badge.png", "--size-mm", "90x90+-1", "--out", "o"), "margins_out_of_range", "bleed of -1"),
        (("prepare", "badge.png", "--size-mm", "90x90+400", "--out", "o"), "margins_out_of_range", "0 to 100 mm"),
        (("prepare", "badge.png", "--size-mm", "90x90+3", "--bleed-mm", "2", "--out", "o"), "bleed_twice", "3 mm"),
        (("prepare", "badge.png", "--size-mm", "90x90", "--process", "lino", "--out", "o"), "unknown_process", "lino"),
        (
            ("prepare", "badge.png", "--product", "hoodie", "--partner", "nobody", "--out", "o"),
            "no_partner_area",
            "printify",
        ),
        (
            ("prepare", "badge.png", "--product", "hoodie", "--partner", "printify", "--out", "o"),
            "which_size",
            "S or M or L",
        ),
        (
            ("prepare", "badge.png", "--size-mm", "90x90", "--partner", "printify", "--out", "o"),
            "no_partner_area",
            "nobody",
        ),
        (("preflight", "badge.png", "--size-mm", "nanx90"), "size_out_of_range", "nan × 90"),
        (("design", "a fox", "--size-mm", "nanx90", "--out", "o"), "size_out_of_range", "nan × 90"),
        (("design", "a fox", "--product", "tee", "--size-mm", "90x90", "--out", "o"), "which_area", "--size-mm"),
        (("make", "a fox", "--size-mm", "0x90", "--out", "o"), "size_out_of_range", "0 × 90"),
        (("make", "a fox", "--process", "canvas", "--out", "o"), "product_has_process", "--size-mm"),
        (
            ("prepare", "badge.png", "--size-mm", "9x9", "--safe-mm", "5", "--out", "o"),
            "margins_out_of_range",
            "0 to 4 mm",
        ),
        (("preflight", "badge.png"), "which_area", "--product"),
        (("preflight", "recipe.json", "--product", "tee"), "picture_type", "not a picture"),
        (("reletter", "missing.json", "--lettering", "A"), "file_unreadable", "missing.json"),
        (("reletter", "recipe.json", "--lettering", "A"), "recipe_unreadable", "recipe"),
        (("contact-sheet", "missing.txt", "--out", "s.png"), "file_unreadable", "missing.txt"),
        (("contact-sheet", "badge.png", "--out", "s.png"), "not_text", "badge.png"),
        (("contact-sheet", "empty.txt", "--out", "s.png"), "no_sentences", "empty.txt"),
        (("key", "shop", "--role", "god"), "unknown_role", "god"),
        (("user", "add", "a b"), "user_name", "a b"),
        (("user", "add", "ada", "--role", "god"), "unknown_role", "god"),
        (("user", "password", "nobody"), "no_user", "nobody"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else "",
)
def test_3_input_refused_and_nothing_made(run, picture, tmp_path, args, code, words):
    (tmp_path / "empty.txt").write_text("# nothing\n\n")
    (tmp_path / "recipe.json").write_text("{}")
    before = {p.name for p in tmp_path.iterdir()}
    if args[0] in ("key", "user", "contact-sheet"):  # they have no --json form
        said = run(*args, exit_code=3)
        assert said.out == ""
    else:
        told = run(*args, "--json", exit_code=3).json["error"]
        assert told["code"] == code
        assert told["hint"] or told["details"]["problems"][0]["hint"]
        said = run(*args, exit_code=3)
    assert words in said.errors
    assert len([line for line in said.errors.splitlines() if line]) >= 2, "a sentence and a way out"
    assert {p.name for p in tmp_path.iterdir()} - {"data"} == before


def test_3_everything_wrong_is_named_at_once(run):
    told = run("make", " ", "--product", "x", "--style", "y", "--json", exit_code=3).json["error"]
    assert [line["where"] for line in told["details"]["problems"]] == ["subject", "style", "product"]


@pytest.mark.parametrize(
    ("args", "rule"),
    [
        (("check", "red.png"), "blank"),
        (("prepare", "red.png", "--size-mm", "600x600", "--dpi", "72", "--out", "o"), "low_resolution"),
        (("preflight", "red.png", "--product", "poster-18x24"), "wrong_size"),
    ],
)
def test_4_checks_blocked(run, tmp_path, args, rule):
    (tmp_path / "red.png").write_bytes(one_colour())
    said = run(*args, exit_code=4)
    assert "blocked" in said.out
    assert rule in said.errors
    report = run(*args, "--json", exit_code=4).json
    assert report["verdict"] == "blocked"
    findings = report.get("findings") or report["files"][0]["findings"]
    assert rule in [f["rule"] for f in findings["found"]]


SHOPDRAW = """
from dataclasses import dataclass
from pod.model.money import Money
from pod.providers.base import Capabilities, Outcome, OutcomeKind, ProviderFactory

@dataclass(frozen=True)
class Nothing:
    pass

class ShopDraw:
    name = "shopdraw"
    models = ()
    capabilities = Capabilities(((4096, 4096),), alpha=True, seed=True, edits=False, vector=False)
    def __init__(self, settings): pass
    def estimate(self, request): return Money(0)
    def submit(self, request, key):
        return Outcome(OutcomeKind.BLOCKED, reason="Their filter did not like the fox.")

PROVIDER = ProviderFactory("shopdraw", Nothing, ShopDraw, "An outside package that refuses everything.")
"""


@pytest.fixture
def outside_provider(tmp_path, monkeypatch) -> None:
    """An installed package that brings a provider by entry point."""
    folder = tmp_path / "site"
    (folder / "shopdraw-1.dist-info").mkdir(parents=True)
    (folder / "shopdraw.py").write_text(SHOPDRAW)
    (folder / "shopdraw-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: shopdraw\nVersion: 1\n")
    (folder / "shopdraw-1.dist-info" / "entry_points.txt").write_text("[pod.providers]\nshopdraw = shopdraw\n")
    monkeypatch.syspath_prepend(folder)


def test_5_the_provider_failed(run, outside_provider):
    asked = ("design", SENTENCE, "--provider", "shopdraw")
    said = run(*asked, exit_code=5, POD_PROVIDERS="shopdraw")
    assert "Their filter did not like the fox." in said.errors
    told = run(*asked, "--json", exit_code=5, POD_PROVIDERS="shopdraw").json["error"]
    assert told["code"] == "no_artwork"
    listed = run("providers", "--json").json["providers"]
    assert {p["name"] for p in listed if p["state"] == "ready"} == {"embedded", "shopdraw"}


def test_6_the_partner_failed_and_the_files_are_there(run, tmp_path):
    (tmp_path / "pod-out").mkdir()
    (tmp_path / "pod-out" / "handoff").write_text("a file where the hot folder should be")
    told = run("make", SENTENCE, "--seed", "7", "--json", exit_code=6).json["error"]
    assert told["code"] == "not_handed_off"
    assert "handoff" in told["message"]
    assert {"artwork.png", "recipe.json", "tee-front.png"} <= {p.name for p in (tmp_path / "pod-out").iterdir()}


@pytest.mark.parametrize("command", ["serve", "worker", "ledger", "user list", "key shop"])
def test_7_not_configured_names_every_setting(run, command):
    said = run(*command.split(), exit_code=7, POD_PROXIES="many", POD_APPROVALS="nobody")
    assert "POD_PROXIES cannot be “many”. Use a number from 0 to 9." in said.errors
    assert "POD_APPROVALS cannot be “nobody”. Use one of: shopper, shop, both." in said.errors


def test_7_is_one_object_with_json(run):
    told = run("design", SENTENCE, "--json", exit_code=7, POD_DAILY_BUDGET="lots").json["error"]
    assert told["code"] == "settings"
    assert told["details"]["problems"][0]["where"] == "POD_DAILY_BUDGET"


def test_only_what_works_is_listed(run):
    listed = run("--help").out
    for name in COMMANDS:
        assert f"\n  {name} " in listed
    assert "\n  export " not in listed


def test_the_list_says_of_each_command_what_its_own_help_says(run, capsys):
    for name, command in COMMANDS.items():
        main([name, "--help"])
        assert command.summary in " ".join(capsys.readouterr().out.split()), name
