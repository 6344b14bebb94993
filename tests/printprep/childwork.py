"""What the children of the tests run: a module that is imported in no time."""

from __future__ import annotations

from pod.model.errors import InputRefused
from pod.model.product import PrintArea, ProcessLimits
from pod.printprep import preflight


def said_of(task: tuple[list[bytes], PrintArea, ProcessLimits]) -> list[str]:
    """How each file was answered: its verdict, or the code of its refusal."""
    files, area, process = task
    return [_word(data, area, process) for data in files]


def _word(data: bytes, area: PrintArea, process: ProcessLimits) -> str:
    try:
        return preflight(data, area, process).verdict
    except InputRefused as e:
        return e.code
