"""Fetching the motif packages: with npm, without it, offline, and from a registry that lies. No test leaves this machine."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import shutil
import stat
import sys
import tarfile
from pathlib import Path

import pytest

from pod.model.errors import NotConfigured, Unavailable
from pod.providers.embedded import packages as module
from pod.providers.embedded.packages import PACKAGES, Package, fetch_packages, packages_ready

NPM_OFFLINE = """npm error code EAI_AGAIN
npm error syscall getaddrinfo
npm error request to the registry failed: this machine is offline.
npm error A complete log of this run can be found in: a folder whose name is longer than what was said"""

ICONS = b'{"icons": {}}'


def tarball(**members: bytes) -> bytes:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(f"package/{name.replace('_', '.')}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return whole.getvalue()


def package_of(data: bytes, *keep: str) -> Package:
    integrity = "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()
    return Package(
        "small", "@a/small", "1.0.0", integrity, keep, "Small", "Somebody", "MIT", "https://example.org/LICENSE"
    )


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """``npm(data)`` puts an npm on the PATH that packs `data` whatever it is asked for; ``npm(None)`` one that fails."""

    def install(data: bytes | None) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        (folder / "served.tgz").write_bytes(data or b"")
        script = folder / "npm"
        script.write_text(
            f"#!{sys.executable}\n"
            "import pathlib, shutil, sys\n"
            f"pathlib.Path({str(folder / 'asked')!r}).write_text(' '.join(sys.argv[1:]))\n"
            + (
                "to = sys.argv[sys.argv.index('--pack-destination') + 1]\n"
                f"shutil.copyfile({str(folder / 'served.tgz')!r}, pathlib.Path(to) / 'small-1.0.0.tgz')\n"
                if data is not None
                else f"sys.exit({NPM_OFFLINE!r})\n"
            )
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(folder))
        return folder / "asked"

    return install


def test_the_pinned_members_are_kept_and_nothing_else(npm, tmp_path):
    data = tarball(icons_json=ICONS, index_js=b"surprise()")
    asked = npm(data)
    package = package_of(data, "icons.json")
    assert fetch_packages(tmp_path / "data", packages=[package]) is True
    assert [p.name for p in (tmp_path / "data/packages/small").iterdir()] == ["icons.json"]
    assert "@a/small@1.0.0" in asked.read_text()
    assert "--ignore-scripts" in asked.read_text()
    assert packages_ready(tmp_path / "data")


def test_a_data_folder_may_be_relative(npm, tmp_path, monkeypatch):
    data = tarball(icons_json=ICONS)
    npm(data)
    monkeypatch.chdir(tmp_path)
    fetch_packages(Path("var"), packages=[package_of(data, "icons.json")])
    assert (tmp_path / "var/packages/small/icons.json").read_bytes() == ICONS


def test_the_second_time_nobody_is_asked(npm, tmp_path):
    data = tarball(icons_json=ICONS)
    npm(data)
    fetch_packages(tmp_path, packages=[package_of(data, "icons.json")])
    asked = npm(None)
    asked.unlink()
    assert fetch_packages(tmp_path) is False
    assert not asked.exists()


def test_another_file_than_the_pinned_one_is_refused_and_leaves_nothing(npm, tmp_path):
    npm(tarball(icons_json=b'{"icons": "other"}'))
    with pytest.raises(Unavailable, match="not the file that Pod was made with") as refused:
        fetch_packages(tmp_path / "data", packages=[package_of(tarball(icons_json=ICONS), "icons.json")])
    assert refused.value.details["measured"] != refused.value.details["required"]
    assert not packages_ready(tmp_path / "data")
    assert list((tmp_path / "data/packages").iterdir()) == []


def test_npm_s_own_words_are_repeated_when_it_fails(npm, tmp_path):
    npm(None)
    with pytest.raises(Unavailable, match=r"this machine is offline\. Connect") as refused:
        fetch_packages(tmp_path / "data", packages=PACKAGES[:1])
    assert refused.value.code == "package_not_fetched"


def test_npm_is_given_less_patience_than_its_own_but_the_machines_settings_win(npm, tmp_path, monkeypatch):
    seen = {}
    monkeypatch.setenv("npm_config_fetch_timeout", "900000")
    npm(None)
    run = module.subprocess.run
    monkeypatch.setattr(module.subprocess, "run", lambda *a, env, **k: seen.update(env) or run(*a, env=env, **k))
    with pytest.raises(Unavailable):
        fetch_packages(tmp_path / "data", packages=PACKAGES[:1])
    assert seen["npm_config_fetch_timeout"] == "900000"
    assert seen["npm_config_fetch_retries"] == "1"


def test_without_npm_the_one_from_the_pinned_list_is_installed(tmp_path, monkeypatch):
    calls = []
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(module.subprocess, "run", lambda command, **_: calls.append(command))
    with pytest.raises(NotConfigured, match="There is no npm client here") as refused:
        fetch_packages(tmp_path / "data")
    [command] = calls
    assert command[:4] == [sys.executable, "-m", "pip", "install"]
    assert "--require-hashes" in command
    assert Path(command[-1]).read_text().count("--hash=sha256:") >= 5
    assert "Install npm" in refused.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_that_cannot_be_written_is_named(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(NotConfigured, match="cannot be written"):
        fetch_packages(tmp_path / "data")


def test_a_file_where_the_data_folder_should_be_is_named(tmp_path):
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(NotConfigured, match="cannot be written"):
        fetch_packages(tmp_path / "data")


def test_credits_and_licence_texts_are_written_beside_the_packages(data_dir):
    folder = data_dir / "packages"
    page = (folder / "CREDITS.md").read_text()
    for package in PACKAGES:
        assert f"| {package.title} {package.version} | {package.author} | {package.licence} |" in page
        if package.source.startswith("licences/"):
            assert "Permission is hereby granted" in (folder / package.source).read_text()
    for face in ("alfa-slab-one", "anton", "fredoka", "pacifico"):
        assert "SIL OPEN FONT LICENSE" in (folder / "licences" / f"{face}.txt").read_text().upper()


def test_credits_follow_the_typefaces_of_an_updated_pod_though_nothing_is_fetched(data_dir, tmp_path):
    shutil.copytree(data_dir / "packages", tmp_path / "packages")
    page = tmp_path / "packages" / "CREDITS.md"
    page.write_text("# Credits of an earlier Pod")
    assert fetch_packages(tmp_path) is False
    assert "Source Serif 4" in page.read_text()
    assert "Copyright" in (tmp_path / "packages" / "licences" / "noto-sans-cjk.txt").read_text()


def test_the_stamp_names_every_package_with_its_hash(data_dir):
    stamp = json.loads((data_dir / "packages/stamp.json").read_text())
    assert stamp == {p.folder: f"{p.spec} {p.integrity}" for p in PACKAGES}
    assert all(p.integrity.startswith("sha512-") for p in PACKAGES)
