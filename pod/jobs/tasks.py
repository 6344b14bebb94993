"""Which verb runs a job of which kind."""

from __future__ import annotations

from dataclasses import dataclass

from pod.jobs.claim import Task, Tasks
from pod.services.aftercare import ClaimReminders, Erasing
from pod.services.audit import PartnerAudit
from pod.services.editing import EditBatches
from pod.services.freshness import Freshness
from pod.services.gangsheets import Gangs
from pod.services.generation import Generation
from pod.services.handoff import HandOffs
from pod.services.intake import Intake
from pod.services.messages import Delivering, Reminders, Telling
from pod.services.mockups import Mockups
from pod.services.preparation import Preparation
from pod.services.publishing import Publishing
from pod.services.routing import Routes
from pod.services.shopnews import ShopNewsDesk
from pod.services.upkeep import Upkeep
from pod.services.words import Rosters


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """Whoever has jobs done for them."""

    generation: Generation
    preparation: Preparation
    handoffs: HandOffs
    upkeep: Upkeep
    intake: Intake
    shopnews: ShopNewsDesk
    audit: PartnerAudit
    batches: EditBatches
    rosters: Rosters
    routes: Routes
    freshness: Freshness
    gangs: Gangs
    publishing: Publishing
    telling: Telling
    delivering: Delivering
    reminders: Reminders
    claim_reminders: ClaimReminders
    erasing: Erasing
    mockups: Mockups


def tasks(of: Workers) -> Tasks:
    return {
        "generate": Task(of.generation.generate, of.generation.give_up),
        "prepare": Task(of.preparation.prepare, of.preparation.give_up),
        "gang_sheet": Task(of.gangs.make, of.gangs.give_up),
        "hand_off": Task(of.handoffs.advance, of.handoffs.give_up),
        "edit_batch": Task(of.batches.go_on, of.batches.give_up),
        "roster": Task(of.rosters.go_on, of.rosters.give_up),
        "route": Task(of.routes.decide, of.routes.give_up),
        "freshen": Task(of.freshness.freshen),
        "compare": Task(of.audit.compare),
        "upkeep": Task(of.upkeep.tidy),
        "intake": Task(of.intake.take_in),
        "shop_poll": Task(of.intake.poll),
        "shop_tell": Task(of.shopnews.tell),
        "publish": Task(of.publishing.advance, of.publishing.give_up),
        "shop_privacy": Task(of.shopnews.keep_private),
        "tell": Task(of.telling.tell),
        "deliver": Task(of.delivering.deliver, of.delivering.give_up),
        "remind": Task(of.reminders.remind),
        "remind_claims": Task(of.claim_reminders.remind),
        "erase_order": Task(of.erasing.erase_later),
        "erase_prints": Task(of.erasing.erase_prints),
        "mock_up": Task(of.mockups.advance, of.mockups.give_up),
    }
