"""Where the data files are: beside the packages in a checkout, inside the package in an install."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def templates_dir() -> Path:
    """``templates/`` of the checkout, or ``pod/templates`` where the wheel put them."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"
