"""How pictures turn out, for those who choose styles and services: counted from candidates, their findings and what they cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import prompts
from pod.model.artwork import Artwork
from pod.model.caller import Caller
from pod.model.design import Candidate
from pod.model.money import Money
from pod.model.turnout import Fault, Turnout, Turnouts
from pod.services.toolbox import Toolbox, must_look
from pod.services.variations import ALIKE, told_alike

_COUNTED_FOR = timedelta(minutes=15)


class Statistics:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._poor: dict[str, tuple[datetime, tuple[Turnout, ...]]] = {}

    def turnouts(self, caller: Caller, *, days: int = 30) -> Turnouts:
        """Of the drawings of the last days; own pictures and later edits are nobody's style."""
        must_look(caller)
        since = self._tools.clock.now() - timedelta(days=days)
        with self._tools.store.reading() as tx:
            drawn = tx.designs.drawn_since(caller.tenant_id, since)
            artworks = tx.designs.artworks_since(caller.tenant_id, since)
        told = [c for some in _by_design(drawn) for c in told_alike(some, artworks)]
        return turned_out(days, [_read(c, artworks) for c in told if c.prompt and c.edit is None])

    def poor_styles(self, caller: Caller) -> tuple[Turnout, ...]:
        """Those that somebody should look at, as of at most a quarter of an hour ago: a page that is looked at all day asks."""
        must_look(caller)
        now = self._tools.clock.now()
        if caller.tenant_id not in self._poor or not now < self._poor[caller.tenant_id][0]:
            self._poor[caller.tenant_id] = (now + _COUNTED_FOR, self.turnouts(caller).poor)
        return self._poor[caller.tenant_id][1]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One candidate, reduced to what is counted: `faults` are those that its first picture came with, `left` those of the
    last. One that is `alike` to another can be used as it came, and is counted among what was found."""

    style: str
    model: str
    faults: tuple[str, ...]
    left: tuple[str, ...]
    repairs: int
    rejected: Money
    alike: bool = False

    @property
    def found(self) -> tuple[str, ...]:
        return (*self.faults, ALIKE) if self.alike else self.faults


def _by_design(drawn: Iterable[Candidate]) -> Iterable[list[Candidate]]:
    designs: dict[str, list[Candidate]] = {}
    for candidate in sorted(drawn, key=lambda c: c.n):
        designs.setdefault(candidate.design_id, []).append(candidate)
    return designs.values()


def turned_out(days: int, drawn: Sequence[Drawn]) -> Turnouts:
    return Turnouts(
        days,
        _grouped(drawn, lambda d: d.style),
        _grouped(drawn, lambda d: d.model),
        _faults(drawn),
    )


def _read(candidate: Candidate, artworks: Mapping[str, Artwork]) -> Drawn:
    steps, prompt = candidate.repairs, candidate.prompt
    left = prompts.wanting(candidate.findings.found, cut_out=bool(prompt and prompt.key_rgb))
    first = artworks.get(steps[0].before if steps else candidate.artwork_id)
    unused = candidate.artworks - {candidate.artwork_id} if not candidate.findings.blocked else candidate.artworks
    return Drawn(
        style=prompt.style if prompt else "",
        model=_model(first) if first else "",
        faults=steps[0].reasons if steps else left,
        left=left,
        repairs=len(steps),
        rejected=_sum(artworks[name].provenance.cost for name in unused if name in artworks),
        alike=any(f.rule == ALIKE for f in candidate.findings.found),
    )


def _model(artwork: Artwork) -> str:
    made = artwork.provenance
    return " ".join(dict.fromkeys(name for name in (made.provider, made.model) if name))


def _grouped(drawn: Iterable[Drawn], name_of: Callable[[Drawn], str]) -> tuple[Turnout, ...]:
    groups: dict[str, list[Drawn]] = {}
    for one in drawn:
        groups.setdefault(name_of(one), []).append(one)
    counted = (
        Turnout(
            name,
            pictures=len(group),
            passed=sum(not one.faults for one in group),
            repairs=sum(one.repairs for one in group),
            rejected=_sum(one.rejected for one in group),
        )
        for name, group in groups.items()
    )
    return tuple(sorted(counted, key=lambda t: (-t.pictures, t.name)))


def _faults(drawn: Sequence[Drawn]) -> tuple[Fault, ...]:
    having = {rule: [one for one in drawn if rule in one.found] for one in drawn for rule in one.found}
    counted = (
        Fault(
            rule,
            pictures=len(group),
            repairs=sum(one.repairs for one in group),
            mended=sum(rule not in one.left for one in group if rule != ALIKE),
            rejected=_sum(one.rejected for one in group),
        )
        for rule, group in having.items()
    )
    return tuple(sorted(counted, key=lambda f: (-f.pictures, f.rule)))


def _sum(amounts: Iterable[Money | None]) -> Money:
    return Money(sum(amount.micros for amount in amounts if amount))
