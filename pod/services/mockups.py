"""Mock-ups: a version's print files, drawn by a partner on its own products, to be looked at beside the proof.

They are asked for by a person, as partners limit them, and nothing waits for them. What was approved is what is drawn: a
partner is sent the files that a hand-off would send. There is one task for each version, area and variant. A partner takes no
name of ours for it and counts every one, so a call without an answer is not repeated but by a person, who is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from fulfillment.base import HandOffItem, NotSent, Partner, Rejected, Unknown
from fulfillment.mockups import DrawsMockups, MockupProgress, MockupTask
from pod.failpoints import fail_at
from pod.model.caller import Caller, system_caller
from pod.model.design import Design, DesignState, Version
from pod.model.errors import Conflict, InputRefused, NotFound, PartnerFailed, PodError, Problems, Unavailable
from pod.model.health import Pace
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NeedsHuman, NewJob
from pod.model.mockup import Mockup, MockupState, mockup_id
from pod.model.order import OrderItem
from pod.model.printfile import PrintFile
from pod.model.product import Variant
from pod.services.ownprints import OwnPrints
from pod.services.partnercare import PartnerCare
from pod.services.payloads import Line, Payloads
from pod.services.pictures import Pictures
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_look, must_operate

_S = MockupState

FIRST_LOOK_S = 10.0
"""Printful asks for that much before the first look."""

NEXT_LOOK_S = 20.0
_AWAY_S = 60.0
GIVEN_UP = timedelta(hours=24)
"""What has not come by then does not come: Printful takes the pictures away after a day."""

_AGAIN = "Ask for it again."
_NO_ANSWER = (
    "{partner} was asked for it and gave no answer. It may have begun one, which counts against what it draws in a day, and"
    " nobody can ask which. Ask for it again if you want another."
)


@dataclass(frozen=True, slots=True)
class MockupWish:
    """Empty: the current version, the one partner that draws, any size that it sells, every area that is printed."""

    version_id: str = ""
    partner: str = ""
    size: str = ""
    areas: tuple[str, ...] = ()


def mockup_job(mockup_id: str) -> NewJob:
    return NewJob("mock_up", Lane.UPKEEP, f"mock_up:{mockup_id}", mockup_id)


class Mockups:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._care = PartnerCare(tools)
        self._payloads = Payloads(tools)
        self._own = OwnPrints(tools)
        self._pictures = Pictures(tools)

    # --- looking

    @property
    def partners(self) -> tuple[str, ...]:
        """Those that are set up and draw."""
        return tuple(self._drawers())

    def of_design(self, caller: Caller, design_id: str) -> Sequence[Mockup]:
        """Of all its versions, the oldest first."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            versions = tx.designs.versions(caller.tenant_id, tx.designs.get(caller.tenant_id, design_id).id)
            return [m for v in versions for m in tx.mockups.of_version(caller.tenant_id, v.id)]

    def drawn(self, caller: Caller, version_id: str) -> Sequence[Mockup]:
        """What anybody may see who sees the version."""
        with self._tools.store.reading() as tx:
            return [m for m in tx.mockups.of_version(caller.tenant_id, version_id) if m.state is _S.DRAWN]

    # --- asking for them

    def ask(self, caller: Caller, design_id: str, wish: MockupWish) -> Sequence[Mockup]:
        """One for each area. What is under way or there already is left as it is; what has failed is begun anew."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            design = tx.designs.get(caller.tenant_id, design_id)
            drawer = self._drawer(wish.partner)
            version = _version(tx, design, wish.version_id)
            files = _pictures(tx.designs.print_files(caller.tenant_id, version.id), wish.areas)
            variant = self._variant(drawer, version, files, wish.size)
            asked = [self._asked(tx, caller, version, drawer.name, area, variant) for area in files]
        for _, job_id in asked:
            if job_id is not None:
                self._tools.dispatcher.kick(job_id, Lane.UPKEEP)
        return [mockup for mockup, _ in asked]

    def _drawers(self) -> Mapping[str, DrawsMockups]:
        return {name: p for name, p in self._tools.partners.items() if isinstance(p, DrawsMockups)}

    def _drawer(self, wanted: str) -> DrawsMockups:
        drawers = self._drawers()
        found = drawers.get(wanted) if wanted else next(iter(drawers.values()), None)
        if found is None:
            known = ", ".join(drawers) or "none that is set up; see `pod partners`"
            told = f"{wanted[:40]} draws no mock-ups here." if wanted else "No partner draws mock-ups here."
            raise InputRefused("no_mockups", told, f"Those that do: {known}.", field="partner")
        return found

    def _variant(self, drawer: DrawsMockups, version: Version, files: Mapping[str, PrintFile], size: str) -> Variant:
        """The first in this cloth on which all of it can be drawn. `Problems` says what speaks against the first there is."""
        product, cloth = self._tools.catalogue.product(version.recipe.product), version.recipe.cloth
        sizes = [v for v in product.variants if v.cloth == cloth and size in ("", v.size)]
        if not sizes:
            known = ", ".join(dict.fromkeys(v.size for v in product.variants if v.cloth == cloth))
            raise InputRefused("unknown_size", f"There is no size “{size[:40]}” in {cloth}.", f"There is: {known}.")
        against = {v.sku: self._against(drawer, v, files) for v in sizes}
        fit = next((v for v in sizes if not against[v.sku]), None)
        if fit is None:
            raise Problems("no_mockup", f"{drawer.name} cannot draw this.", against[sizes[0].sku])
        return fit

    def _against(
        self, drawer: DrawsMockups, variant: Variant, files: Mapping[str, PrintFile]
    ) -> list[tuple[str, PodError]]:
        addresses = {area: self._tools.links.address(f.file.sha256, f.format) for area, f in files.items()}
        return [(area, e) for area, url in addresses.items() for e in drawer.cannot_draw(variant.sku, area, url)]

    def _asked(
        self, tx: Tx, caller: Caller, version: Version, partner: str, area: str, variant: Variant
    ) -> tuple[Mockup, int | None]:
        named = (version.id, partner, area, variant.sku)
        wanted = Mockup(
            mockup_id(caller.tenant_id, *named), caller.tenant_id, *named, self._tools.clock.now(), caller.actor
        )
        there = next((m for m in tx.mockups.of_version(caller.tenant_id, version.id) if m.id == wanted.id), None)
        if there and there.state is not _S.FAILED:
            return there, None
        # a job is locked before its subject, here as by its worker
        job_id = tx.jobs.wake(caller.tenant_id, mockup_job(wanted.id))
        if there is None:
            return tx.mockups.add(wanted, caller), job_id
        anew = tx.mockups.move(there, _S.ASKED, caller, asked_at=wanted.asked_at, actor=wanted.actor, task_id="")
        return anew, job_id

    # --- the job

    def advance(self, job: Job) -> JobOutcome:
        """Job `mock_up`: begins the task, looks at it, and keeps its picture; one step in each run."""
        try:
            with self._tools.store.reading() as tx:
                mockup = tx.mockups.get(job.tenant_id, job.subject)
                version = tx.designs.version(job.tenant_id, mockup.version_id)
                design = tx.designs.get(job.tenant_id, version.design_id)
        except NotFound:
            # taken away with the words that it shows, or with the print files that it was drawn of
            return Done()
        if mockup.ended or design.state is DesignState.ARCHIVED:
            return Done()
        drawer = self._drawers().get(mockup.partner)
        if drawer is None:
            return NeedsHuman(f"{mockup.partner} is not set up (any more).")
        if self._tools.clock.now() - mockup.asked_at > GIVEN_UP:
            return self._failed(job, mockup, f"{mockup.partner} has not drawn it within a day. {_AGAIN}")
        wait = self._care.wait_for(mockup.partner)
        if wait:
            return Later(wait.seconds, wait.why)
        try:
            with self._care.asking(mockup.partner):
                return self._steps[mockup.state](job, mockup, version, drawer)
        except PartnerFailed as e:
            return Later(float(e.details.get("retry_after_s", _AWAY_S)), str(e))

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        mockup = tx.mockups.get(job.tenant_id, job.subject)
        if not mockup.ended:
            tx.mockups.move(mockup, _S.FAILED, _me(job), reason)

    @property
    def _steps(self) -> Mapping[MockupState, Callable[[Job, Mockup, Version, DrawsMockups], JobOutcome]]:
        return {_S.ASKED: self._begin, _S.ASKING: self._unanswered, _S.DRAWING: self._look}

    def _begin(self, job: Job, mockup: Mockup, version: Version, drawer: DrawsMockups) -> JobOutcome:
        """`asking` is committed before the call: whoever finds it there does not call again."""
        wait_s = self._turn(drawer)
        if wait_s:
            return Later(wait_s, f"{drawer.name} begins {drawer.mockups_per_minute} mock-ups in a minute.")
        item = self._item(mockup, version)
        with self._tools.fenced(job) as tx:
            asking = tx.mockups.move(mockup, _S.ASKING, _me(job), asks=mockup.asks + 1)
        fail_at("mockup_after_intent")
        verdict = drawer.begin_mockup(item, mockup.area)
        fail_at("mockup_after_answer")
        return self._answered(job, asking, verdict)

    def _unanswered(self, job: Job, mockup: Mockup, _version: Version, _drawer: DrawsMockups) -> JobOutcome:
        return self._failed(job, mockup, _NO_ANSWER.format(partner=mockup.partner))

    def _turn(self, drawer: DrawsMockups) -> float:
        """0, and one may be begun; or in how many seconds. Counted apart: orders do not wait for mock-ups."""
        key = _health_key(drawer.name)
        with self._tools.store.writing() as tx:
            blocked_s = tx.health.of([key])[key].blocked_s(self._tools.clock.now())
            return blocked_s or tx.health.take_turn(key, Pace(per_minute=drawer.mockups_per_minute))

    def _item(self, mockup: Mockup, version: Version) -> HandOffItem:
        """As an order of one piece would be told."""
        partner: Partner = self._tools.partners[mockup.partner]
        tenant_id = mockup.tenant_id
        with self._tools.store.reading() as tx:
            line = Line(
                tenant_id,
                OrderItem("", version.id, version.recipe.product, mockup.variant, 1),
                version,
                tuple(tx.designs.print_files(tenant_id, version.id)),
                tuple(tx.designs.proofs(tenant_id, version.id)),
                tuple(tx.designs.approvals(tenant_id, version.id)),
                tuple(tx.own_prints.of(tenant_id, version.id)),
                tuple(tx.own_prints.approvals(tenant_id, version.id)),
            )
        (printed,) = self._own.for_partner(partner, (line,))
        return self._payloads.item(partner, 1, printed)

    def _answered(self, job: Job, mockup: Mockup, verdict: MockupTask | Rejected | NotSent | Unknown) -> JobOutcome:
        if isinstance(verdict, Rejected):
            return self._failed(job, mockup, verdict.reason)
        if isinstance(verdict, NotSent):
            return self._not_begun(job, mockup, verdict)
        if isinstance(verdict, Unknown):
            return self._failed(job, mockup, _NO_ANSWER.format(partner=mockup.partner))
        with self._tools.fenced(job) as tx:
            tx.mockups.move(mockup, _S.DRAWING, _me(job), mockup.reason, task_id=verdict.id)
        return Later(FIRST_LOOK_S)

    def _not_begun(self, job: Job, mockup: Mockup, verdict: NotSent) -> JobOutcome:
        """Surely not begun: it does not count as asked. Where the partner has had enough for now, all mock-ups wait."""
        until = self._tools.clock.now() + timedelta(seconds=verdict.retry_after_s)
        with self._tools.fenced(job) as tx:
            tx.mockups.move(mockup, _S.ASKED, _me(job), verdict.reason, asks=mockup.asks - 1)
            if verdict.busy:
                key = _health_key(mockup.partner)
                tx.health.change(key, lambda health: health.blocked(until, "it asks to be left alone"))
        return Later(verdict.retry_after_s, verdict.reason)

    def _look(self, job: Job, mockup: Mockup, _version: Version, drawer: DrawsMockups) -> JobOutcome:
        task = drawer.mockup(mockup.task_id)
        if task is None:
            return self._failed(job, mockup, f"{mockup.partner} does not know the task {mockup.task_id}. {_AGAIN}")
        if task.progress is MockupProgress.PENDING:
            return Later(NEXT_LOOK_S)
        if task.progress is MockupProgress.FAILED or not task.pictures:
            return self._failed(job, mockup, f"{mockup.partner} could not draw it: {task.why or 'it does not say why'}")
        return self._keep(job, mockup, drawer, task.pictures[0])

    def _keep(self, job: Job, mockup: Mockup, drawer: DrawsMockups, url: str) -> JobOutcome:
        try:
            picture = self._pictures.kept(drawer.mockup_picture(url))
        except Unavailable as e:
            return Later(_AWAY_S, str(e))
        except PodError as e:
            return self._failed(job, mockup, f"{mockup.partner}’s picture cannot be used: {e}")
        fail_at("mockup_after_picture")
        with self._tools.fenced(job) as tx:
            now = self._tools.clock.now()
            tx.mockups.move(mockup, _S.DRAWN, _me(job), mockup.reason, picture=picture, drawn_at=now)
        return Done()

    def _failed(self, job: Job, mockup: Mockup, reason: str) -> JobOutcome:
        with self._tools.fenced(job) as tx:
            tx.mockups.move(mockup, _S.FAILED, _me(job), reason)
        return Done()


def _me(job: Job) -> Caller:
    return system_caller(job.tenant_id, "mock_up")


def _health_key(partner: str) -> str:
    """Beside that of the partner itself."""
    return f"mockups:{partner}"


def _version(tx: Tx, design: Design, version_id: str) -> Version:
    if design.state is DesignState.ARCHIVED:
        raise Conflict("design_deleted", "This design was deleted.", "There is nothing of it to be drawn.")
    wanted = version_id or design.current_version_id
    if not wanted:
        raise Conflict("no_version", "No candidate of this design has been chosen yet.", "Choose one first.")
    version = tx.designs.version(design.tenant_id, wanted)
    if version.design_id != design.id:
        raise NotFound("no_version", "This design has no such version.", "Take one from its list.", id=wanted)
    return version


def _pictures(files: Sequence[PrintFile], wanted: Sequence[str]) -> dict[str, PrintFile]:
    """By area: the PNG of each that is to be drawn."""
    found = {f.area: f for f in files if f.format == "png"}
    if not found:
        raise Conflict("no_print_files", "This version has no print files yet.", "Wait until its proof is there.")
    unknown = [area for area in wanted if area not in found]
    if unknown:
        told = f"Nothing is printed on {', '.join(area[:40] for area in unknown)} of it."
        raise InputRefused("unknown_area", told, f"It is printed on {', '.join(found)}.", field="areas")
    return {area: file for area, file in found.items() if not wanted or area in wanted}
