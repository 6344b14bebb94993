"""Which verb runs a job of which kind."""

from __future__ import annotations

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
from pod.services.preparation import Preparation
from pod.services.publishing import Publishing
from pod.services.routing import Routes
from pod.services.shopnews import ShopNewsDesk
from pod.services.upkeep import Upkeep


def tasks(
    generation: Generation,
    preparation: Preparation,
    handoffs: HandOffs,
    upkeep: Upkeep,
    intake: Intake,
    shopnews: ShopNewsDesk,
    audit: PartnerAudit,
    batches: EditBatches,
    routes: Routes,
    freshness: Freshness,
    gangs: Gangs,
    publishing: Publishing,
    telling: Telling,
    delivering: Delivering,
    reminders: Reminders,
    claim_reminders: ClaimReminders,
    erasing: Erasing,
) -> Tasks:
    return {
        "generate": Task(generation.generate, generation.give_up),
        "prepare": Task(preparation.prepare, preparation.give_up),
        "gang_sheet": Task(gangs.make, gangs.give_up),
        "hand_off": Task(handoffs.advance, handoffs.give_up),
        "edit_batch": Task(batches.go_on, batches.give_up),
        "route": Task(routes.decide, routes.give_up),
        "freshen": Task(freshness.freshen),
        "compare": Task(audit.compare),
        "upkeep": Task(upkeep.tidy),
        "intake": Task(intake.take_in),
        "shop_poll": Task(intake.poll),
        "shop_tell": Task(shopnews.tell),
        "publish": Task(publishing.advance, publishing.give_up),
        "shop_privacy": Task(shopnews.keep_private),
        "tell": Task(telling.tell),
        "deliver": Task(delivering.deliver, delivering.give_up),
        "remind": Task(reminders.remind),
        "remind_claims": Task(claim_reminders.remind),
        "erase_order": Task(erasing.erase_later),
    }
