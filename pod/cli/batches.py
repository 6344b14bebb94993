"""`pod edit --batch`: a catalogue of pictures changed by one sentence, each on its own, and gone on with where it stopped.

What has been asked for and paid is kept in a folder beside the results, so that the same command again asks for nothing
twice: a picture that is there is not drawn again, and one whose answer was lost is said to be.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import typer

from pod.bootstrap import Services
from pod.cli.files import make_folder, read_file, write_file
from pod.cli.output import EXIT_CODES, note, print_json, progress, say
from pod.cli.workshop import CLI_CALLER, workshop
from pod.model.brief import DesignBrief
from pod.model.design import Candidate, CandidateState, Design
from pod.model.errors import InputRefused, PodError, ProviderFailed
from pod.model.job import Lane
from pod.model.ledger import LedgerRow
from pod.providers.base import OutcomeKind
from pod.services.editing import Wish

STATE, REPORT = ".pod-batch", "report"
_PATIENCE_S = 24 * 3600.0
_USUAL_PRODUCT = "tee"


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
    make_folder(out)
    with workshop(state=out / STATE) as pod, progress(f"changing {len(files)} pictures") as steps:
        rows = []
        for n, file in enumerate(files, 1):
            steps.show(f"{n} of {len(files)}: {file.name}")
            rows.append(_edited(pod, file, instruction, out, product or _USUAL_PRODUCT, provider))
            _write_report(rows, out)
    _report(rows, out, as_json=as_json)


def _edited(pod: Services, file: Path, instruction: str, out: Path, product: str, provider: str) -> Row:
    """Each step has a key made of picture and sentence: done before, it is found and not done again."""
    try:
        data = read_file(file)
        key = hashlib.sha256(
            repr((hashlib.sha256(data).hexdigest(), instruction, product, provider)).encode()
        ).hexdigest()
        upload = pod.pictures.upload_once(CLI_CALLER, data, file.name, f"{key}-upload")[0]
        brief = DesignBrief("", product, provider=provider, upload_id=upload.id)
        design = pod.designs.request_design(CLI_CALLER, brief, idempotency_key=f"{key}-design")
        design = _settled(pod, design)
        if not design.current_version_id:
            pod.designs.choose(CLI_CALLER, design.id, 1)
        edits = [c for c in design.candidates if c.edit]
        if not edits or _may_be_asked_again(edits[-1]):
            _ask(pod, design, instruction, f"{key}-edit-{len(edits)}")
        design = _settled(pod, design)
    except PodError as e:
        return Row(str(file), "failed", reason=str(e))
    return _row(pod, file, design, out)


def _may_be_asked_again(last: Candidate) -> bool:
    """What has failed may, unless its answer was lost: that may have been paid for."""
    return last.state is CandidateState.FAILED and last.outcome != OutcomeKind.UNKNOWN.value


def _ask(pod: Services, design: Design, instruction: str, key: str) -> None:
    edited = pod.edits.ask(CLI_CALLER, design.id, Wish(instruction), idempotency_key=key)
    if edited.candidate is None:
        raise InputRefused("nothing_to_draw", "The sentence changes no picture.", "Words and cloth belong to a design.")


def _settled(pod: Services, design: Design) -> Design:
    """Once nothing of it is drawn any more: pictures only, no print files."""

    def now() -> Design:
        return pod.designs.get(CLI_CALLER, design.id)

    pod.runner.run_until(lambda: not any(c.at_work for c in now().candidates), (Lane.MODEL,), _PATIENCE_S)
    return now()


def _row(pod: Services, file: Path, design: Design, out: Path) -> Row:
    candidate = design.candidates[-1]
    booked = list(_booked(pod, design))
    cost_usd = sum((row.actual or row.estimate).micros for row in booked) / 1_000_000
    if candidate.state is not CandidateState.READY:
        return Row(str(file), "failed", reason=candidate.reason, cost_usd=cost_usd)
    return _written(pod, file, candidate, out, cost_usd)


def _booked(pod: Services, design: Design) -> Iterator[LedgerRow]:
    """What was paid, or may have been."""
    rows = pod.books.spending(CLI_CALLER, design_id=design.id).rows.items
    return (row for row in rows if row.state.value in ("settled", "unknown"))


def _written(pod: Services, file: Path, candidate: Candidate, out: Path, cost_usd: float) -> Row:
    artwork = pod.designs.artwork(CLI_CALLER, candidate.artwork_id)
    output, change = out / f"{file.stem}.png", artwork.change
    write_file(output, pod.files.open(artwork.file))
    return Row(
        str(file),
        "done",
        str(output),
        " ".join(f.message for f in candidate.findings.found if f.rule.startswith("edit_")),
        artwork.provenance.provider,
        cost_usd,
        round(change.changed, 4) if change else None,
        round(change.elsewhere, 4) if change and change.registered else None,
    )


def _refuse_same_names(files: Sequence[Path]) -> None:
    stems = [f.stem for f in files]
    twice = sorted({s for s in stems if stems.count(s) > 1})
    if twice:
        raise InputRefused(
            "same_name",
            f"Several pictures are called {', '.join(twice)}.",
            "Results are named after them: rename some.",
        )


def _write_report(rows: Sequence[Row], out: Path) -> None:
    table = io.StringIO()
    writer = csv.DictWriter(table, list(Row.__dataclass_fields__))
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    write_file(out / f"{REPORT}.csv", table.getvalue().encode())
    write_file(out / f"{REPORT}.json", json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False).encode())


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
