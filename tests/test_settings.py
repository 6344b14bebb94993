"""Settings: read once, from the environment or from files, every wrong one named, nothing written, no secret shown."""

from __future__ import annotations

import dataclasses
import stat
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlalchemy as sa

from pod.model.errors import NotConfigured, Problems
from pod.model.money import Money
from pod.printprep.profiles import SHIPPED
from pod.settings import Settings
from pod.settings.adapters import adapter_settings, adapter_variables
from pod.settings.reading import redacted
from pod.settings.shown import described, unknown_variables
from pod.settings.variables import VARIABLES

SECRET = "planted-" + "k" * 40


def wrong(environ: dict[str, str]) -> dict[str, str]:
    with pytest.raises(Problems) as refused:
        Settings.from_env(environ)
    assert refused.value.kind == "configuration"
    return {where: str(error) for where, error in refused.value.problems}


def test_without_any_setting_everything_is_in_one_folder():
    settings = Settings.from_env({})
    assert settings.data_dir == Path("var").absolute()
    assert settings.files_dir == settings.data_dir / "files"
    assert sa.make_url(settings.database_url).database == str(settings.data_dir / "pod.db")
    assert (settings.proxies, settings.providers, settings.daily_budget) == (0, ("embedded",), Money(0))


def test_reading_writes_nothing(tmp_path):
    Settings.from_env({"POD_DATA_DIR": str(tmp_path / "data")})
    assert list(tmp_path.iterdir()) == []


def test_every_value_is_read():
    settings = Settings.from_env(
        {
            "POD_DATA_DIR": "~/shop",
            "POD_DATABASE_URL": "postgresql://pod@db/pod",
            "POD_FILES_URL": "file:///srv/files",
            "POD_SECRET_KEY": SECRET,
            "POD_PUBLIC_URL": "https://shop.example/",
            "POD_PROXIES": "2",
            "POD_PROVIDERS": " gemini , embedded ,",
            "POD_DAILY_BUDGET": "12.50",
            "POD_APPROVALS": "both",
            "POD_ON_UNKNOWN": "repeat",
        }
    )
    assert settings.data_dir == Path.home() / "shop"
    assert settings.files_dir == Path("/srv/files")
    assert settings.public_url == "https://shop.example"
    assert settings.providers == ("gemini", "embedded")
    assert settings.daily_budget == Money(12_500_000)
    assert (settings.proxies, settings.approvals, settings.on_unknown) == (2, "both", "repeat")
    assert SECRET not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("POD_DATABASE_URL", "mysql://u:hush@h/x", "sqlite:///FILE"),
        ("POD_FILES_URL", "s3://bucket", "file:FOLDER"),
        ("POD_FILES_URL", "file:", "file:FOLDER"),
        ("POD_PUBLIC_URL", "shop.example", "https://shop.example"),
        ("POD_PUBLIC_URL", "https://shop.example/pod", "without a path"),
        ("POD_PUBLIC_URL", "https://a b", "https://shop.example"),
        ("POD_PROXIES", "-1", "0 to 9"),
        ("POD_PROXIES", "two", "0 to 9"),
        ("POD_DAILY_BUDGET", "lots", "0 to 1000000"),
        ("POD_DAILY_BUDGET", "nan", "0 to 1000000"),
        ("POD_DAILY_BUDGET", "-1", "0 to 1000000"),
        ("POD_APPROVALS", "nobody", "shopper, shop, both"),
        ("POD_ON_UNKNOWN", "hope", "ask, repeat"),
        ("POD_REPAIRS", "3", "0 to 2"),
        ("POD_CMYK_PROFILE", "/no/such/press.icc", "cannot be read: No such file"),
        ("POD_CMYK_PROFILE", str(Path(__file__)), "not an ICC profile"),
        ("POD_SECRET_KEY", "short", "5 bytes; 32 are needed"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(name, value, allowed):
    [(where, said)] = wrong({name: value}).items()
    assert where == name
    assert f"{name} cannot be" in said
    assert allowed in said


@pytest.mark.parametrize(("value", "kept"), [("", ""), ("none", "none"), (str(SHIPPED), str(SHIPPED))])
def test_a_press_profile_is_pods_own_none_or_a_file_that_is_one(value, kept):
    assert Settings.from_env({"POD_CMYK_PROFILE": value}).cmyk_profile == kept


def test_everything_wrong_is_named_at_once():
    environ = {"POD_PROXIES": "x", "POD_APPROVALS": "x", "POD_PUBLIC_URL": "x", "POD_SECRET_KEY_FILE": "/nowhere"}
    assert list(wrong(environ)) == ["POD_SECRET_KEY", "POD_PUBLIC_URL", "POD_PROXIES", "POD_APPROVALS"]


@pytest.mark.parametrize(
    "environ",
    [
        {"POD_DATABASE_URL": "mysql://u:hush@h/x"},
        {"POD_DATABASE_URL": "mysql://u:hu@sh@h/x?password=hush"},
        {"POD_SECRET_KEY": "hush"},
    ],
)
def test_a_refusal_repeats_no_secret(environ):
    assert "hush" not in str(wrong(environ))


def test_an_address_is_shown_without_its_password():
    assert redacted("postgresql://pod:hush@db/pod") == "postgresql://pod:…@db/pod"
    assert redacted("postgresql://pod:hu@sh@db/pod") == "postgresql://pod:…@db/pod"
    assert redacted("postgresql://db/pod?user=pod&password=hush") == "postgresql://db/pod?user=pod&password=…"
    assert redacted("sqlite:////srv/pod.db") == "sqlite:////srv/pod.db"


def test_a_value_may_come_from_a_file(tmp_path):
    (tmp_path / "key").write_text(f"{SECRET}\n", encoding="utf-8")
    assert Settings.from_env({"POD_SECRET_KEY_FILE": str(tmp_path / "key")}).secret_key == SECRET
    (tmp_path / "where").write_text(str(tmp_path / "data"), encoding="utf-8")
    assert Settings.from_env({"POD_DATA_DIR_FILE": str(tmp_path / "where")}).files_dir == tmp_path / "data" / "files"


@pytest.mark.parametrize(
    ("content", "words"), [(None, "No such file"), (b"", "is empty"), (b" \n", "is empty"), (b"\xff\xfe", "not text")]
)
def test_a_file_that_gives_no_value_is_named_and_no_default_steps_in(tmp_path, content, words):
    path = tmp_path / "key"
    if content is not None:
        path.write_bytes(content)
    [(where, said)] = wrong({"POD_SECRET_KEY_FILE": str(path)}).items()
    assert where == "POD_SECRET_KEY"
    assert f"POD_SECRET_KEY_FILE names {path}" in said
    assert words in said


def test_a_value_and_a_file_at_once_are_one_too_many(tmp_path):
    (tmp_path / "key").write_text(SECRET, encoding="utf-8")
    said = wrong({"POD_SECRET_KEY": SECRET, "POD_SECRET_KEY_FILE": str(tmp_path / "key")})
    assert said == {"POD_SECRET_KEY": "POD_SECRET_KEY and POD_SECRET_KEY_FILE are both set. Set one of the two."}


@pytest.mark.parametrize("name", ["plain", "two words", "ünï", "100%", "a?b#c", "a%41"])
def test_a_data_folder_may_be_called_anything(tmp_path, name):
    settings = Settings.from_env({"POD_DATA_DIR": str(tmp_path / name)})
    (tmp_path / name).mkdir()
    with sa.create_engine(settings.database_url).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (n)")
    connection.engine.dispose()
    assert (tmp_path / name / "pod.db").is_file()


def test_the_first_start_makes_a_key_that_only_its_owner_can_read_and_keeps_it(tmp_path):
    settings = Settings.from_env({"POD_DATA_DIR": str(tmp_path / "data")})
    first = settings.with_kept_key()
    assert len(first.secret_key) == 64
    assert settings.with_kept_key() == first
    path = tmp_path / "data" / "secret.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["secret.key"]


def test_a_key_that_was_set_is_taken_and_none_is_made(tmp_path):
    settings = Settings.from_env({"POD_DATA_DIR": str(tmp_path), "POD_SECRET_KEY": SECRET})
    assert settings.with_kept_key() is settings
    assert list(tmp_path.iterdir()) == []


def test_a_key_file_cut_short_is_refused_and_not_signed_with(tmp_path):
    (tmp_path / "secret.key").write_text("abc", encoding="utf-8")
    with pytest.raises(NotConfigured, match=r"secret\.key has 3 bytes") as refused:
        Settings.from_env({"POD_DATA_DIR": str(tmp_path)}).with_kept_key()
    assert "remove it" in refused.value.hint


def test_a_file_where_the_data_folder_should_be_is_named(tmp_path):
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    with pytest.raises(NotConfigured, match="data cannot be written") as refused:
        Settings.from_env({"POD_DATA_DIR": str(tmp_path / "data")}).with_kept_key()
    assert "POD_DATA_DIR" in refused.value.hint


@dataclass(frozen=True)
class PrinterSettings:
    api_key: str = field(metadata={"secret": True, "help": "Their key."})
    folder: str = field(metadata={"default": "<data>/printer"})
    colour: str = "blue"


def test_an_adapter_reads_its_own_variables(tmp_path):
    (tmp_path / "key").write_text("hush", encoding="utf-8")
    environ = {"POD_DATA_DIR": str(tmp_path), "POD_PRINTER_API_KEY_FILE": str(tmp_path / "key")}
    found = adapter_settings("printer", PrinterSettings, environ)
    assert found == PrinterSettings("hush", f"{tmp_path}/printer", "blue")
    assert adapter_settings("printer", PrinterSettings, {**environ, "POD_PRINTER_COLOUR": "red"}).colour == "red"


def test_an_adapter_that_lacks_a_setting_says_which():
    with pytest.raises(Problems) as refused:
        adapter_settings("printer", PrinterSettings, {})
    [(where, error)] = refused.value.problems
    assert where == "POD_PRINTER_API_KEY"
    assert error.hint == "Set it, or POD_PRINTER_API_KEY_FILE."


def test_what_is_in_force_is_listed_with_its_source_and_without_secrets(tmp_path):
    (tmp_path / "token").write_text("hush", encoding="utf-8")
    environ = {
        "POD_DATA_DIR": str(tmp_path),
        "POD_SECRET_KEY": SECRET,
        "POD_DATABASE_URL": "postgresql://pod:hush@db/pod",
        "POD_PRINTER_API_KEY_FILE": str(tmp_path / "token"),
    }
    variables = (*VARIABLES, *adapter_variables("printer", PrinterSettings))
    listed = {d.name: (d.value, d.source) for d in described(environ, variables)}
    assert listed["POD_DATA_DIR"] == (str(tmp_path), "environment")
    assert listed["POD_SECRET_KEY"] == ("(set)", "environment")
    assert listed["POD_DATABASE_URL"] == ("postgresql://pod:…@db/pod", "environment")
    assert listed["POD_FILES_URL"] == (f"file:{tmp_path}/files", "default")
    assert listed["POD_PRINTER_API_KEY"] == ("(set)", f"file {tmp_path}/token")
    assert listed["POD_PRINTER_FOLDER"] == (f"{tmp_path}/printer", "default")
    assert listed["POD_PRINTER_COLOUR"] == ("blue", "default")
    assert "hush" not in str(listed)
    assert SECRET not in str(listed)


def test_a_slip_of_the_pen_is_pointed_out():
    said = unknown_variables(
        {"POD_PUBLC_URL": "x", "POD_NAME": "web-1", "POD_SECRET_KEY_FILE": "f", "HOME": "/"}, VARIABLES
    )
    assert said == ("POD_NAME is read by nothing.", "POD_PUBLC_URL is read by nothing. Is POD_PUBLIC_URL meant?")


def test_every_setting_is_a_variable_and_every_variable_a_setting():
    names = {f"POD_{f.name.upper()}" for f in dataclasses.fields(Settings)} - {"POD_ENVIRON"}
    renamed = {"POD_FILES_URL": "POD_FILES_DIR"}
    assert {renamed.get(v.name, v.name) for v in VARIABLES} == names
    assert all(v.meaning for v in VARIABLES)
