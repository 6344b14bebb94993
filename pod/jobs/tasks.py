"""Which verb runs a job of which kind."""

from __future__ import annotations

from pod.jobs.claim import Task, Tasks
from pod.services.aftercare import ClaimReminders, Erasing
from pod.services.audit import PartnerAudit
from pod.services.generation import Generation
from pod.services.handoff import HandOffs
from pod.services.intake import Intake
from pod.services.messages import Delivering, Reminders, Telling
from pod.services.preparation import Preparation
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
    telling: Telling,
    delivering: Delivering,
    reminders: Reminders,
    claim_reminders: ClaimReminders,
    erasing: Erasing,
) -> Tasks:
    return {
        "generate": Task(generation.generate, generation.give_up),
        "prepare": Task(preparation.prepare, preparation.give_up),
        "hand_off": Task(handoffs.advance, handoffs.give_up),
        "compare": Task(audit.compare),
        "upkeep": Task(upkeep.tidy),
        "intake": Task(intake.take_in),
        "shop_poll": Task(intake.poll),
        "shop_tell": Task(shopnews.tell),
        "shop_privacy": Task(shopnews.keep_private),
        "tell": Task(telling.tell),
        "deliver": Task(delivering.deliver, delivering.give_up),
        "remind": Task(reminders.remind),
        "remind_claims": Task(claim_reminders.remind),
        "erase_order": Task(erasing.erase_later),
    }
