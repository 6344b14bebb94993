"""`pod doctor` looks at everything, changes nothing, and says all that is wrong at once."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from pod.bootstrap import Found, build
from pod.cli.doctor import _accounts
from pod.model.caller import system_caller
from pod.providers.openai import OpenAi, OpenAiSettings
from pod.settings import Settings
from pod.settings.variables import VARIABLES
from tests.servers import smtp
from tests.servers.gemini import KEY, GeminiService
from tests.servers.prodigi import ProdigiServer

SYSTEM = system_caller("main", "test")
HUSH = "planted-secret-that-nobody-may-see-0123456789"


def test_all_is_well_on_an_empty_folder_and_stays_empty(run, tmp_path):
    said = run("doctor")
    assert said.out.rstrip().endswith("Nothing is wrong.")
    assert list(tmp_path.iterdir()) == []


def test_every_setting_is_listed_with_its_value_and_source(run, tmp_path):
    (tmp_path / "key").write_text(HUSH)
    report = run(
        "doctor", "--json", POD_SECRET_KEY_FILE=str(tmp_path / "key"), POD_PUBLIC_URL="https://shop.example"
    ).json
    listed = {s["name"]: (s["value"], s["source"]) for s in report["settings"]}
    assert {v.name for v in VARIABLES} <= listed.keys()
    assert {"POD_EMBEDDED_DATA_DIR", "POD_MANUAL_FOLDER"} <= listed.keys(), "adapters' own too"
    assert listed["POD_DATA_DIR"] == (str(tmp_path / "data"), "environment")
    assert listed["POD_PUBLIC_URL"] == ("https://shop.example", "environment")
    assert listed["POD_SECRET_KEY"] == ("(set)", f"file {tmp_path / 'key'}")
    assert listed["POD_MANUAL_FOLDER"] == (str(tmp_path / "data" / "handoff"), "default")
    assert listed["POD_APPROVALS"] == ("shopper", "default")


def test_a_list_of_erasures_that_a_restore_takes_back_or_that_cannot_be_written_is_told(run, tmp_path):
    for place, state in ((tmp_path / "data" / "erased.list", "look"), (tmp_path, "wrong")):
        parts = run("doctor", "--json", exit_code=7 if state == "wrong" else 0, POD_ERASED_LIST=str(place)).json[
            "parts"
        ]
        [part] = [part for part in parts if part["name"] == "list of what was erased"]
        assert (part["state"], "POD_ERASED_LIST" in part["detail"]) == (state, True)


def test_every_part_is_listed(run):
    listed = {p["name"]: p["state"] for p in run("doctor", "--json").json["parts"]}
    parts = {name: state for name, state in listed.items() if state != "not set up"}
    assert {"provider gemini", "provider openai"} <= listed.keys()
    assert parts == {
        "settings": "ok",
        "data folder": "ok",
        "database": "ok",
        "list of what was erased": "ok",
        "motif packages": "ok",
        "products": "ok",
        "raster engines": "ok",
        "fonts": "ok",
        "sqlite": "ok",
        "provider embedded": "ready",
        "partner manual": "ready",
        "account at manual": "ok",
    }


def test_all_that_is_wrong_is_said_at_once_and_no_secret(run, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    wrong = {
        "POD_SECRET_KEY": "hush",
        "POD_DATABASE_URL": "mysql://pod:hush@db/pod",
        "POD_PROXIES": "many",
        "POD_EMBEDDED_DATA_DIR": str(tmp_path / "nothing"),
        "POD_PUBLC_URL": "https://shop.example",
    }
    said = run("doctor", exit_code=7, **wrong)
    for words in (
        "wrong: POD_SECRET_KEY: POD_SECRET_KEY cannot be this. It has 4 bytes; 32 are needed.",
        "wrong: POD_DATABASE_URL: POD_DATABASE_URL cannot be “mysql://pod:…@db/pod”.",
        "wrong: POD_PROXIES: POD_PROXIES cannot be “many”. Use a number from 0 to 9.",
        f"wrong: data folder: {tmp_path / 'data'} is a file.",
        "wrong: motif packages: not fetched yet: run `pod setup`.",
        "POD_PUBLC_URL is read by nothing. Is POD_PUBLIC_URL meant?",
    ):
        assert words in said.out
    assert "5 things are wrong." in said.errors
    assert "hush" not in said.out + said.errors
    report = run("doctor", "--json", exit_code=7, **wrong)
    assert len(report.json["problems"]) == 5
    assert "hush" not in report.out


def test_a_provider_that_is_named_and_cannot_draw_is_wrong(run):
    said = run("doctor", exit_code=7, POD_PROVIDERS="embedded,gemini,nobody")
    assert said.out.count("wrong: POD_PROVIDERS") == 2


def test_an_adapter_that_cannot_be_imported_is_reported_and_stops_nothing(run, tmp_path, monkeypatch):
    site = tmp_path / "site"
    (site / "halfprinter-1.dist-info").mkdir(parents=True)
    (site / "halfprinter.py").write_text("import a_module_that_is_not_there\n")
    (site / "halfprinter-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: halfprinter\nVersion: 1\n")
    (site / "halfprinter-1.dist-info" / "entry_points.txt").write_text("[pod.partners]\nhalfprinter = halfprinter\n")
    monkeypatch.syspath_prepend(site)
    said = run("doctor", exit_code=7)
    assert "wrong: partner halfprinter: ModuleNotFoundError: No module named 'a_module_that_is_not_there'" in said.out
    assert {p["name"]: p["state"] for p in run("partners", "--json").json["partners"]}["manual"] == "ready"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://pod:hush@127.0.0.1:1/pod", "The database did not answer"),
        ("sqlite:///{tmp_path}/letter.txt", "The database file is damaged or something else"),
    ],
)
def test_a_database_that_cannot_be_used_is_wrong(run, tmp_path, address, words):
    (tmp_path / "letter.txt").write_text("this is a letter, not a database. " * 200)
    said = run("doctor", exit_code=7, POD_DATABASE_URL=address.format(tmp_path=tmp_path))
    assert f"wrong: database: {words}" in said.out
    assert "hush" not in said.out + said.errors


def test_a_database_of_another_version_is_wrong(run, tmp_path):
    run("ledger")

    database = sqlite3.connect(tmp_path / "data" / "pod.db")
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.close()
    assert "wrong: database: The database has schema 9999" in run("doctor", exit_code=7).out


def test_a_full_disk_is_seen_before_it_hurts(run, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 5_000_000})())
    assert "0.0 GB free, 2.1 GB needed. Make room." in run("doctor", exit_code=7).out


def test_it_makes_no_folder_where_it_looks(run, tmp_path):
    run("doctor", POD_DATA_DIR=str(tmp_path / "a" / "b" / "c"))
    assert not (tmp_path / "a").exists()
    assert Path(tmp_path).exists()


def test_a_key_is_looked_at_without_spending_and_a_wrong_one_is_said(run):
    with GeminiService() as service:
        reached = {"POD_GEMINI_BASE_URL": service.url}
        right = run("doctor", "--json", POD_GEMINI_API_KEY=KEY, **reached).json
        wrong = run("doctor", "--json", exit_code=7, POD_GEMINI_API_KEY="another-key-of-the-shop", **reached)
        away = service.charged
    assert {"name": "account at gemini", "state": "ok", "detail": "answers to its key"} in right["parts"]
    assert any("account at gemini" in problem and "API key" in problem for problem in wrong.json["problems"])
    assert "another-key-of-the-shop" not in wrong.out
    assert away == []


def test_a_partners_key_is_looked_at_without_ordering_and_a_wrong_one_is_said(run):
    with ProdigiServer(token="the-shops-own-key") as server:
        reached = {"POD_PRODIGI_BASE_URL": f"{server.base_url}/v4.0"}
        right = run("doctor", "--json", POD_PRODIGI_API_KEY="the-shops-own-key", **reached).json
        wrong = run("doctor", "--json", exit_code=7, POD_PRODIGI_API_KEY="another-key-of-the-shop", **reached)
        assert server.orders == {}
    assert {"name": "account at prodigi", "state": "ok", "detail": "answers"} in right["parts"]
    assert any("account at prodigi" in problem and "POD_PRODIGI_" in problem for problem in wrong.json["problems"])
    assert "another-key-of-the-shop" not in wrong.out


def test_a_model_that_is_switched_off_soon_is_named_with_what_replaces_it():
    provider = OpenAi(OpenAiSettings(api_key="key", model="gpt-image-1.5", base_url="http://127.0.0.1:9"))
    found = Found("openai", "ready", "", adapter=provider)
    parts = {part.name: part for part in _accounts([found], date(2026, 11, 20))}
    assert parts["model of openai"].state == "look"
    assert "1 December 2026; move to gpt-image-2" in parts["model of openai"].detail
    assert parts["account at openai"].state == "wrong"


def test_a_model_that_was_gone_is_named_and_can_be_asked_again(run, environ):
    services = build(Settings.from_env(environ))
    with services.store.writing() as tx:
        tx.health.bury(SYSTEM, "embedded", "embedded-0", "It was switched off.")
    services.close()
    parts = {part["name"]: part for part in run("doctor", "--json").json["parts"]}
    assert "`pod providers --again embedded`" in parts["model embedded-0"]["detail"]
    assert "Models that were gone: 1." in run("providers", "--again", "embedded").errors
    assert "model embedded-0" not in {part["name"] for part in run("doctor", "--json").json["parts"]}


def test_the_mail_server_is_asked_and_sent_nothing(run, tmp_path):
    with smtp.running(tmp_path) as post:
        told = {
            "POD_MAIL_HOST": post.host,
            "POD_MAIL_PORT": str(post.port),
            "POD_MAIL_SENDER": "pod@shop.example",
            "POD_MAIL_USER": smtp.USER,
            "POD_MAIL_CA_FILE": post.ca_file,
        }
        well = run("doctor", "--json", POD_MAIL_PASSWORD=smtp.PASSWORD, **told).json
        wrong = run("doctor", "--json", exit_code=7, POD_MAIL_PASSWORD=HUSH, **told)
        assert post.taken == []
    assert {p["name"]: p["state"] for p in well["parts"]}["messages by mail"] == "ready"
    [problem] = wrong.json["problems"]
    assert "535" in problem
    assert HUSH not in wrong.out


def test_mail_that_was_begun_to_be_set_up_has_to_be_whole(run):
    [problem] = run("doctor", "--json", exit_code=7, POD_MAIL_HOST="mail.example").json["problems"]
    assert "POD_MAIL_SENDER is not set" in problem


def test_pictures_that_came_with_a_later_version_are_missed_and_stop_nothing(run, data_dir, tmp_path):
    stamp = json.loads((data_dir / "packages/stamp.json").read_text(encoding="utf-8"))
    folder = tmp_path / "older/packages"
    folder.mkdir(parents=True)
    (folder / "stamp.json").write_text(json.dumps({k: v for k, v in stamp.items() if k != "pinhead"}), encoding="utf-8")
    parts = run("doctor", "--json", POD_EMBEDDED_DATA_DIR=str(tmp_path / "older")).json["parts"]
    [motifs] = [part for part in parts if part["name"] == "motif packages"]
    assert motifs["state"] == "look"
    assert motifs["detail"].startswith("not all fetched yet: run `pod setup`. Until then everything is drawn but")
