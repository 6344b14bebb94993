"""Faces that only npm packages offer: fetched once, pinned by version and hash, and installed beside those from pip.

Their WOFF file is unpacked, which changes no byte of its tables, and put into a wheel with the licence; pip installs it. So
they are found, versioned and credited as every other face is. Without them others stand in.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pod.lettering import forget_fonts
from pod.model.errors import NotConfigured, Unavailable
from pod.providers.embedded.packages import Package, Progress, fetched

_INSTALL_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Typeface:
    """`file` is what the face is called in the Python package `module`; `package.keep` are its WOFF file and its licence."""

    module: str
    file: str
    package: Package

    @property
    def is_installed(self) -> bool:
        try:
            return metadata.version(self.module.replace("_", "-")) == self.package.version
        except metadata.PackageNotFoundError:
            return False


TYPEFACES = (
    Typeface(
        "pod_face_unifraktur_cook",
        "UnifrakturCook-Bold.ttf",
        Package(
            "unifrakturcook",
            "@fontsource/unifrakturcook",
            "5.3.0",
            "sha512-oOeUerPztcIBR6/+krMW4n/8VLF8A4NrjCNpR1C6F/C8JLekLMoSm5JzrxfPtyn5RtJdYQdTYigk4CtUCWxBCw==",
            ("files/unifrakturcook-latin-700-normal.woff", "LICENSE"),
            "UnifrakturCook",
            "j. ‘mach’ wust",
            "OFL-1.1",
            "with the typeface’s package",
        ),
    ),
    Typeface(
        "pod_face_graduate",
        "Graduate-Regular.ttf",
        Package(
            "graduate",
            "@fontsource/graduate",
            "5.3.0",
            "sha512-Bv3IryiDnzmj5Uo9WP4MMtlXKebCAqsEIIjmcK1H2lWPleF3YNXWUKpJgOMt3SVDUxxQ2CeDzqonj5IcThOjBg==",
            ("files/graduate-latin-400-normal.woff", "LICENSE"),
            "Graduate",
            "Eduardo Tunni",
            "OFL-1.1",
            "with the typeface’s package",
        ),
    ),
)


def typefaces_ready() -> bool:
    return all(face.is_installed for face in TYPEFACES)


def fetch_typefaces(progress: Progress = lambda _: None) -> bool:
    """Installs what is missing; False when nothing was to do. Raises as `fetch_packages` does."""
    missing = {face.package.folder: face for face in TYPEFACES if not face.is_installed}
    if not missing:
        return False
    with tempfile.TemporaryDirectory(prefix="pod-faces-") as scratch:
        tarballs = fetched([face.package for face in missing.values()], Path(scratch), progress)
        wheels = [wheel_of(missing[package.folder], tarball, Path(scratch)) for package, tarball in tarballs]
        _installed(wheels)
    importlib.invalidate_caches()
    forget_fonts()
    return True


def wheel_of(face: Typeface, tarball: Path, folder: Path) -> Path:
    """A wheel of the face and its licence, written into `folder`. The same tarball makes the same bytes."""
    woff, licence = _members(tarball, face.package)
    info = f"{face.module}-{face.package.version}.dist-info"
    files = {
        f"{face.module}/__init__.py": b"",
        f"{face.module}/{face.file}": unpacked_woff(woff),
        f"{info}/licenses/LICENSE": licence,
        f"{info}/METADATA": _metadata(face).encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: pod\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    path = folder / f"{face.module}-{face.package.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, data in (files | {f"{info}/RECORD": _record(files, info)}).items():
            wheel.writestr(zipfile.ZipInfo(name), data)
    return path


def _members(tarball: Path, package: Package) -> list[bytes]:
    with tarfile.open(tarball) as archive:
        return [_member(archive, name, package) for name in package.keep]


def _member(archive: tarfile.TarFile, name: str, package: Package) -> bytes:
    path = f"package/{name}"
    found = archive.extractfile(path) if path in archive.getnames() else None
    if found is None:
        raise Unavailable(
            "package_incomplete",
            f"{package.spec} has no {name}.",
            "Run pod setup again; if it stays so, report it with the version of Pod.",
        )
    return found.read()


def _metadata(face: Typeface) -> str:
    return (
        f"Metadata-Version: 2.4\nName: {face.module.replace('_', '-')}\nVersion: {face.package.version}\n"
        f"Summary: {face.package.title}, from {face.package.spec}\nLicense-Expression: {face.package.licence}\n"
        "License-File: LICENSE\n"
    )


def _record(files: Mapping[str, bytes], info: str) -> bytes:
    rows = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in files.items()]
    return "\n".join([*rows, f"{info}/RECORD,,", ""]).encode()


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def unpacked_woff(data: bytes) -> bytes:
    """The OpenType file in a WOFF file of version 1 (W3C, WOFF File Format 1.0, sections 3 to 5): its tables, inflated, in
    their order."""
    signature, flavour, _, count = struct.unpack(">4sIIH", data[:14])
    if signature != b"wOFF":
        raise ValueError("not a WOFF file of version 1")
    entries = [struct.unpack(">4s4I", data[44 + 20 * n : 64 + 20 * n]) for n in range(count)]
    largest = 1 << (count.bit_length() - 1)
    head = struct.pack(">I4H", flavour, count, 16 * largest, largest.bit_length() - 1, 16 * count - 16 * largest)
    tables, directory, at = dict[bytes, bytes](), dict[bytes, bytes](), 12 + 16 * count
    for tag, offset, packed_length, length, checksum in sorted(entries, key=lambda entry: entry[1]):
        packed = data[offset : offset + packed_length]
        table = zlib.decompress(packed) if packed_length < length else packed
        directory[tag] = struct.pack(">4s3I", tag, checksum, at, length)
        tables[tag] = table + bytes(-length % 4)
        at += len(tables[tag])
    return head + b"".join(directory[tag] for tag in sorted(directory)) + b"".join(tables.values())


def _installed(wheels: list[Path]) -> None:
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", *map(str, wheels)]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_INSTALL_SECONDS)  # noqa: S603 - our own wheels
    except (OSError, subprocess.SubprocessError) as error:
        raise NotConfigured(
            "faces_not_installed",
            f"Two typefaces could not be installed beside the others: {(getattr(error, 'stderr', '') or str(error)).strip()[-300:]}",
            "Let pip write to Pod's environment and run pod setup again; until then other faces stand in for them.",
        ) from error
