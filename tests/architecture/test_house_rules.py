"""The rules of the house, tested: nothing outside the layers, every adapter tested, every style composed."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from pod.failpoints import POINTS

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("pod", "prompts", "fulfillment")


def sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def layers() -> set[str]:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    names = (name for line in contract["layers"] for name in line.split("|"))
    return {name.strip(" ()") for name in names}


def test_every_module_stands_in_a_layer():
    known = layers()
    homeless = []
    for path in sources(*PACKAGES):
        parts = path.relative_to(ROOT).with_suffix("").parts
        module = ".".join(parts[:2]) if parts[0] == "pod" else parts[0]
        if module not in known and module != "pod.__init__":
            homeless.append(str(path.relative_to(ROOT)))
    assert homeless == []


def test_every_named_crash_point_is_passed_by_some_code():
    text = "\n".join(path.read_text() for path in sources(*PACKAGES) if path.name != "failpoints.py")
    passed = set(re.findall(r"""["']([a-z_]+)["']""", text))
    assert [point for point in POINTS if point not in passed] == []


def test_no_crash_point_is_passed_that_has_no_name():
    text = "\n".join(path.read_text() for path in sources(*PACKAGES))
    used = set(re.findall(r"fail_at\(\s*[\"']([a-z_]+)[\"']", text))
    assert used <= set(POINTS)


def writers(module: str) -> list[str]:
    """The functions of a module that open a writing transaction without a fence."""
    tree = ast.parse((ROOT / module).read_text())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [f.name for f in functions if "store.writing()" in ast.unparse(f)]


def test_every_writing_transaction_of_a_job_carries_its_fence():
    assert writers("pod/services/generation.py") == []
    assert writers("pod/services/preparation.py") == []
    # a person's verb has no fence to carry
    assert writers("pod/services/handoff.py") == ["look_up"]


def adapters(folder: str, ending: str) -> list[str]:
    found = []
    for path in sorted((ROOT / folder).iterdir()):
        module = path / "__init__.py" if path.is_dir() else path
        if (
            module.suffix == ".py"
            and module.exists()
            and re.search(rf"^{ending}\b.*=", module.read_text(), re.MULTILINE)
        ):
            found.append(path.stem)
    return found


@pytest.mark.parametrize(
    ("folder", "ending", "contract"),
    [("pod/providers", "PROVIDER", "ProviderContract"), ("fulfillment", "PARTNER", "PartnerContract")],
)
def test_every_adapter_passes_the_contract_of_its_port(folder, ending, contract):
    # with_*.py are run where packages are that are in no list of ours
    files = (path for name in ("test_*.py", "with_*.py") for path in (ROOT / "tests").rglob(name))
    tests = {path: path.read_text() for path in files}
    found = adapters(folder, ending)
    assert found, f"no adapter in {folder} ends in {ending}"
    for name in found:
        assert any(contract in text and name in text for text in tests.values()), (
            f"{folder}/{name} has no {contract} test"
        )


def test_every_style_has_its_expected_prompts():
    styles = {path.stem for path in (ROOT / "prompts" / "styles").glob("*.toml")}
    expected = {path.name.split(".")[0] for path in (ROOT / "tests" / "prompts" / "expected").iterdir()}
    assert len(styles) >= 6
    assert styles <= expected


def test_no_template_is_rendered_from_a_string():
    for path in sources(*PACKAGES):
        assert "render_template_string" not in path.read_text(), path


def test_nothing_is_pickled_from_outside():
    allowed = {"pod/jobs/child.py"}  # our own child process, over our own pipe
    for path in sources(*PACKAGES):
        tree = ast.parse(path.read_text())
        imports = {n.name for node in ast.walk(tree) if isinstance(node, ast.Import) for n in node.names}
        if "pickle" in imports:
            assert str(path.relative_to(ROOT)) in allowed


def test_requirements_are_locked_with_hashes_and_name_no_index():
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text()
        assert "--hash=sha256:" in text
        assert "index-url" not in text
        assert "://" not in text
