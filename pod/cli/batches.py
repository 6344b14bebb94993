"""`pod edit --batch`: a catalogue of pictures changed by one sentence, each on its own, and gone on with where it stopped.

What has been asked for and paid is kept in a folder beside the results, so that the same command again asks for nothing
twice: a picture that is there is not drawn again, and one whose answer was lost is said to be.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from pod.bootstrap import Services
from pod.cli.files import make_folder, read_file, write_file
from pod.cli.output import EXIT_CODES, note, print_json, progress, say
from pod.cli.report import REPORT, write_report
from pod.cli.workshop import CLI_CALLER, workshop
from pod.model.editbatch import BatchItem, ItemState, Sweep
from pod.model.errors import InputRefused, PodError, ProviderFailed
from pod.model.job import Lane
from pod.services.editing import USUAL_PRODUCT

STATE = ".pod-batch"
_PATIENCE_S = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one picture. `cost_usd` is what was booked for it, also where it failed."""

    file: str
    state: str
    output: str = ""
    reason: str = ""
    provider: str = ""
    cost_usd: float = 0.0
    changed: float | None = None
    elsewhere: float | None = None


def edit_all(files: Sequence[Path], instruction: str, out: Path, *, product: str, provider: str, as_json: bool) -> None:
    """Writes a picture for each, and ``report.csv`` and ``report.json``. `ProviderFailed` where some could not be changed."""
    _refuse_same_names(files)
    sweep = Sweep(instruction, product or USUAL_PRODUCT, provider)
    make_folder(out)
    with workshop(state=out / STATE) as pod, progress(f"changing {len(files)} pictures") as steps:
        rows = []
        for n, file in enumerate(files, 1):
            steps.show(f"{n} of {len(files)}: {file.name}")
            rows.append(_edited(pod, file, sweep, out))
            write_report(Row, rows, out)
    _report(rows, out, as_json=as_json)


def _edited(pod: Services, file: Path, sweep: Sweep, out: Path) -> Row:
    """Under a key made of picture and sentence: what was done before is found and not done again."""
    try:
        data = read_file(file)
        asked = (hashlib.sha256(data).hexdigest(), sweep.instruction, sweep.product, sweep.provider)
        key = hashlib.sha256(repr(asked).encode()).hexdigest()
        upload = pod.pictures.upload_once(CLI_CALLER, data, file.name, f"{key}-upload")[0]
        item = pod.sweeping.found(CLI_CALLER, BatchItem(upload_id=upload.id), sweep, key)
    except PodError as e:
        return Row(str(file), "failed", reason=str(e))
    while not pod.sweeping.over(CLI_CALLER, item):
        _wait_for(pod, item)
        item = pod.sweeping.step(CLI_CALLER, item, sweep, key)
    return _written(pod, file, item, out)


def _wait_for(pod: Services, item: BatchItem) -> None:
    """Until nothing of it is drawn any more: pictures only, no print files."""

    def ended() -> bool:
        return not any(c.at_work for c in pod.designs.get(CLI_CALLER, item.design_id).candidates)

    pod.runner.run_until(ended, (Lane.MODEL,), _PATIENCE_S)


def _written(pod: Services, file: Path, item: BatchItem, out: Path) -> Row:
    row = pod.sweeping.row(CLI_CALLER, item)
    if item.version_id:
        words = InputRefused(
            "nothing_to_draw", "The sentence changes no picture.", "Words and cloth belong to a design."
        )
        return Row(str(file), ItemState.FAILED, reason=str(words))
    if row.state is not ItemState.DONE:
        return Row(str(file), row.state, reason=row.reason, cost_usd=row.cost_usd)
    candidate = next(c for c in pod.designs.get(CLI_CALLER, item.design_id).candidates if c.n == item.candidate)
    output = out / f"{file.stem}.png"
    write_file(output, pod.files.open(pod.designs.artwork(CLI_CALLER, candidate.artwork_id).file))
    measured = {
        name: getattr(row, name) for name in ("state", "reason", "provider", "cost_usd", "changed", "elsewhere")
    }
    return Row(str(file), output=str(output), **measured)


def _refuse_same_names(files: Sequence[Path]) -> None:
    stems = [f.stem for f in files]
    twice = sorted({s for s in stems if stems.count(s) > 1})
    if twice:
        raise InputRefused(
            "same_name",
            f"Several pictures are called {', '.join(twice)}.",
            "Results are named after them: rename some.",
        )


def _report(rows: Sequence[Row], out: Path, *, as_json: bool) -> None:
    failed = [row for row in rows if row.state == "failed"]
    if as_json:
        print_json({"done": len(rows) - len(failed), "failed": len(failed), "items": rows})
    else:
        for row in rows:
            say(f"{row.file}: {row.output or 'failed: ' + row.reason}")
        note(f"{out / REPORT}.csv and .json say it all.")
    if failed and as_json:
        raise typer.Exit(EXIT_CODES["provider"])  # a JSON object stays one object
    if failed:
        raise ProviderFailed(
            "some_failed",
            f"{len(failed)} of {len(rows)} pictures could not be changed.",
            f"{out / REPORT}.csv says why. The same command again leaves alone what is done.",
        )
