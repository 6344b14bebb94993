"""Asking an image service for a candidate: its job, its prompt, who can draw it, and what that may cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import prompts
from pod.model.artwork import Questions
from pod.model.brief import DesignBrief, Prompt
from pod.model.caller import Caller
from pod.model.design import Candidate, Design
from pod.model.edit import Edit
from pod.model.errors import ProviderFailed
from pod.model.job import Lane, NewJob
from pod.model.ledger import LedgerRow, LedgerState
from pod.model.repair import Repair, Way
from pod.providers.base import Capabilities, Provider, ProviderRequest
from pod.services import ledger
from pod.services.ports import Tx
from pod.services.router import Chance, in_order, unfit
from pod.services.toolbox import Toolbox


def generate_job(design_id: str, n: int) -> NewJob:
    return NewJob("generate", Lane.MODEL, f"generate:{design_id}:{n}", design_id, {"n": n})


def ledger_key(candidate: Candidate) -> str:
    """What the ledger's rows of one candidate are found by: each time that a person asks again is a round of its own, and so
    is each repair of its picture."""
    if candidate.repair:
        return repair_key(candidate, candidate.repair)
    key = f"generate:{candidate.design_id}:{candidate.n}"
    return f"{key}:{candidate.round}" if candidate.round else key


def repair_key(candidate: Candidate, repair: Repair) -> str:
    return f"{ledger_key(replace(candidate, repairs=()))}:repair{repair.nth}"


def paid_repairs(tx: Tx, tenant_id: str, candidate: Candidate) -> int:
    """Calls for better pictures than the first that were paid for, or may have been; those of the step that is under way
    too, which may go from one service to the next."""
    keys = (repair_key(candidate, repair) for repair in candidate.repairs)
    return sum(_was_paid(row) for key in keys for row in tx.ledger.for_job(tenant_id, key))


def _most_paid(tools: Toolbox, candidate: Candidate) -> int:
    """As the shop allows, and one more each time that a person has asked."""
    return tools.repairs + sum(bool(repair.asked_by) for repair in candidate.repairs)


def _was_paid(row: LedgerRow) -> bool:
    if row.state is LedgerState.SETTLED:
        return row.actual is None or row.actual.micros > 0
    return row.state not in (LedgerState.RELEASED, LedgerState.RESERVED) and row.estimate.micros > 0


def is_extra(row: LedgerRow) -> bool:
    """Whether it was for a better or a larger picture than the one that is there."""
    return any(not part.isdigit() for part in row.job_key.split(":")[3:])


def job_of(row: LedgerRow) -> NewJob:
    """The job that a row was written by: `ledger_key` the other way round."""
    return generate_job(row.design_id, int(row.job_key.split(":")[2]))


def provider_for(tools: Toolbox, tx: Tx, design: Design, candidate: Candidate) -> Provider:
    """The one that is asked first as things stand: the brief's own, or the best by the shop's route."""
    found = chances(tools, tx, design, candidate)
    fit = in_order(found, tools.route)
    if not fit:
        why = "; ".join(f"{c.provider.name}: {c.unfit}" for c in found)
        raise nobody(design.brief, candidate.edit, why)
    return fit[0].provider


def chances(
    tools: Toolbox, tx: Tx, design: Design, candidate: Candidate, given_up: frozenset[str] = frozenset()
) -> list[Chance]:
    """Every provider that the brief allows, and the repair that is under way, as it stands."""
    wanted = [design.brief.provider] if design.brief.provider else list(tools.providers)
    among = candidate.repair.among if candidate.repair else wanted
    there = [tools.providers[name] for name in wanted if name in tools.providers and name in among]
    health, dead = tx.health.of([p.name for p in there]), tx.health.dead()
    outside = tx.screenings.asks_outside(design.tenant_id)
    may_pay = candidate.repair is None or paid_repairs(tx, design.tenant_id, candidate) < _most_paid(tools, candidate)
    found = []
    for place, provider in enumerate(there):
        request = request_for(tools, design, candidate, provider)
        why_not = cannot_edit(provider, candidate.edit, tools.providers) if candidate.edit else ""
        why_not = why_not or unfit(provider, request, dead, provider.name in given_up, outside=outside)
        estimate = provider.estimate(request)
        if estimate.micros and not may_pay:
            why_not = why_not or "as many better pictures as the shop allows were paid for"
        found.append(Chance(provider, request, estimate, health[provider.name], place, why_not))
    return found


def cannot_edit(provider: Provider, edit: Edit, providers: Mapping[str, Provider]) -> str:
    """Why this one is not asked for the edit, or "": what can be drawn again from its recipe is never paid for."""
    can, owner = provider.capabilities, providers.get(edit.drawn_by)
    by_recipe = edit.redraws and owner is not None and owner.capabilities.redraws
    reasons = (
        (not can.edits, "makes no edits"),
        (by_recipe and provider is not owner, f"{edit.drawn_by} can do that by itself"),
        (can.redraws and not by_recipe, "changes colour, mood and style of what it has drawn itself, and nothing else"),
    )
    return next((reason for applies, reason in reasons if applies), "")


def nobody(brief: DesignBrief, edit: Edit | None, why: str) -> ProviderFailed:
    """What is said where no service is left to ask."""
    if edit:
        return _nobody_edits(why)
    return _nobody_takes_a_guide(why) if brief.reference_sha256 else _nobody_left(brief, why)


def _nobody_left(brief: DesignBrief, why: str) -> ProviderFailed:
    return ProviderFailed(
        "no_provider",
        f"No image provider is left to ask{f' beside {brief.provider}' if brief.provider else ''}."
        + (f" {why}." if why else ""),
        "Set one up (see `pod providers`), or try again later.",
    )


def _nobody_takes_a_guide(why: str) -> ProviderFailed:
    return ProviderFailed(
        "no_guide",
        f"Drawing after a picture needs an image service that takes one along, and none can be asked here. {why}.",
        "Leave the picture out and say in words what it shows; or use it as it is, as your own picture.",
        why=why,
    )


def _nobody_edits(why: str) -> ProviderFailed:
    return ProviderFailed(
        "no_editor",
        "This change needs an image service that edits pictures, and none that is set up here can make it.",
        "Ask for another colour, mood or style of a drawing of ours, for other words or another cloth; or start again with "
        "another sentence. A drawing that an earlier version of our designer made cannot be changed any more.",
        why=why,
    )


def reserve(
    tools: Toolbox, tx: Tx, caller: Caller, candidate: Candidate, provider: Provider, request: ProviderRequest
) -> LedgerRow:
    """A ledger row for one picture; `TooManyRequests` when one of the day's budgets does not hold it."""
    now, key = tools.clock.now(), ledger_key(candidate)
    return ledger.reserve(tx, caller, tools.budgets, now, candidate.design_id, key, provider, request)


def request_for(tools: Toolbox, design: Design, candidate: Candidate, provider: Provider) -> ProviderRequest:
    """The candidate's prompt in the provider's own manner, at the nearest size that it delivers."""
    can, edit = provider.capabilities, candidate.edit
    prompt = prompt_for(tools, design, candidate, can.prompt_family)
    wanted = edit.ratio if edit and not can.redraws else prompt.width_px / prompt.height_px
    width_px, height_px = min(
        can.sizes_px or ((prompt.width_px, prompt.height_px),),
        # the nearest ratio, to a hundredth; of that, the largest
        key=lambda size: (round(abs(size[0] / size[1] - wanted), 2), -size[0] * size[1]),
    )
    references = (TO_BE_READ,) if _brings_a_picture(design.brief, candidate, can) else ()
    seed = candidate.repair.seed if candidate.repair else candidate.seed
    return ProviderRequest(prompt, seed, width_px, height_px, references=references)


def _brings_a_picture(brief: DesignBrief, candidate: Candidate, can: Capabilities) -> bool:
    """The picture that an edit changes, unless it is drawn again from its recipe; or the guide of a drawing."""
    if candidate.edit:
        return not can.redraws
    return mends_by_edit(candidate) or bool(brief.reference_sha256)


def mends_by_edit(candidate: Candidate) -> bool:
    """Whether its own picture is given to a service to be changed."""
    return candidate.repair is not None and candidate.repair.way is Way.EDIT


TO_BE_READ = b""
"""Stands for a picture that comes along, until it is read: what a request costs depends on their number alone."""


def prompt_for(tools: Toolbox, design: Design, candidate: Candidate, family: str) -> Prompt:
    brief = design.brief
    product = tools.catalogue.product(brief.product)
    area = product.area(brief.placements[0].area) or product.areas[0]
    cloth = product.cloth(brief.cloth)
    style = prompts.style(_style_name(brief, candidate))
    if candidate.edit:
        # an own picture needs no sentence; and the picture that is changed takes the place of the one it was drawn after
        brief = replace(
            brief, subject=brief.subject if brief.subject.strip() else candidate.edit.told, reference_sha256=""
        )
    if mends_by_edit(candidate):
        brief = replace(brief, reference_sha256="")
    if style.name == asked_style(candidate):
        brief = replace(brief, style=style.name)
    stronger = prompts.sayable(candidate.repair.strengthens) if candidate.repair else ()
    return prompts.compose(brief, style, area, cloth_rgb=cloth.rgb if cloth else "", family=family, stronger=stronger)


def questions(tools: Toolbox, sku: str, area_name: str, cloth_name: str, prompt: Prompt | None = None) -> Questions:
    """What a picture is held against: what it is printed on, and what the prompt asked for where it was drawn by one.

    Inks are asked for where a person chose them: a style's own are a proposal, which a designer may better. A picture drawn
    after a person's own may have words that were in that.
    """
    product = tools.catalogue.product(sku)
    area = product.area(area_name) or product.areas[0]
    cloth = product.cloth(cloth_name)
    chosen = prompt is not None and prompt.slots.get("palette_by") == "shopper"
    return Questions(
        ground=prompt.key_rgb if prompt else "",
        cloth_rgb=cloth.rgb if cloth else "",
        width_mm=area.width_mm - 2 * area.safe_mm,
        height_mm=area.height_mm - 2 * area.safe_mm,
        max_colours=tools.catalogue.process(product.process).max_colours,
        palette=prompt.inks if prompt and chosen else (),
        in_cmyk=area.in_cmyk,
        flat_inks=prompt is not None and any(s.flat_inks for s in prompts.styles() if s.name == prompt.style),
        wordless=prompt is not None and "wordless" in prompt.slots and "reference" not in prompt.slots,
    )


def asked_style(candidate: Candidate) -> str:
    """The style that an edit asks for, or ""."""
    edit = candidate.edit
    return prompts.style_asked(edit.told) if edit and edit.redraws else ""


def _style_name(brief: DesignBrief, candidate: Candidate) -> str:
    """What an edit asks for, then the brief's; without a wish each candidate tries another, in an order that the design's
    seed decides."""
    wish = asked_style(candidate) or brief.style
    if wish:
        return wish
    suited = [s for s in prompts.styles() if not s.unsuited(brief.product) and not s.only_when_asked]
    first = (brief.seed or 0) % len(suited)
    nth = candidate.edit.root if candidate.edit else candidate.n
    return suited[(first + nth - 1) % len(suited)].name
