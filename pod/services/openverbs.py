"""The verbs that are open from the state that is shown; the verbs themselves check again."""

from __future__ import annotations

from collections.abc import Container, Sequence

from pod.model.design import DESIGN_MOVES, CandidateState, Design, DesignState
from pod.model.findings import Findings
from pod.model.handoff import HandOff, HandOffState
from pod.model.order import ORDER_MOVES, Order, OrderState
from pod.model.proof import Approval, ApprovalRole
from pod.model.readdress import DECIDABLE, AddressChange
from pod.services.approving import RETURNABLE
from pod.services.cancelling import LEFT
from pod.services.orders import NOT_OUT
from pod.services.redrawing import to_be_redrawn
from pod.services.routing import gives_way


def design_verbs(
    design: Design, approvals: Sequence[Approval], findings: Findings | None, unanswered: Container[str]
) -> frozenset[str]:
    state = design.state
    shop_said_yes = any(a.role is ApprovalRole.SHOP for a in approvals)
    failed = any(c.state is CandidateState.FAILED for c in design.candidates)
    stopped = bool(findings and findings.blocked)
    open_verbs = {
        "approve": (state is DesignState.PROOF_READY and not shop_said_yes)
        or (state is DesignState.APPROVED and design.current_version_id in unanswered),
        "reject": DesignState.REJECTED in DESIGN_MOVES[state],
        "send_back": state in RETURNABLE,
        "take_back": state is DesignState.WAITING_CUSTOMER and not stopped,
        "try_again": state is DesignState.FAILED or (state is DesignState.ARTWORK_READY and failed),
        "redraw": bool(to_be_redrawn(design)),
    }
    return frozenset(verb for verb, is_open in open_verbs.items() if is_open)


def handoff_verbs(handoff: HandOff, change: AddressChange | None) -> frozenset[str]:
    to_be_decided = change is not None and change.state in DECIDABLE and handoff.state is not HandOffState.CANCELLED
    # what was sent since the backup that was restored has no time of it here
    may_be_there = handoff.sent_at or handoff.looked_at or handoff.held_from == HandOffState.CANCEL_REQUESTED
    open_verbs = {"look_up": bool(may_be_there), "decide_address": to_be_decided}
    return frozenset(verb for verb, is_open in open_verbs.items() if is_open)


def order_verbs(order: Order, handoffs: Sequence[HandOff], partners: int) -> frozenset[str]:
    state, ways = order.state, ORDER_MOVES[order.state]
    open_verbs = {
        "mark_paid": state is OrderState.RECEIVED,
        "hold": OrderState.ON_HOLD in ways,
        "release": state is OrderState.ON_HOLD,
        "hand_off": state in (OrderState.PAID, OrderState.IN_PROGRESS) and any(h.state in NOT_OUT for h in handoffs),
        "route": partners > 1 and bool(ways) and (not handoffs or any(map(gives_way, handoffs))),
        "cancel": OrderState.CANCELLED in ways,
        "readdress": bool(ways)
        and not (handoffs and all(h.state in (*LEFT, HandOffState.CANCELLED) for h in handoffs)),
        "reprint": state in (OrderState.IN_PROGRESS, OrderState.DONE),
    }
    return frozenset(verb for verb, is_open in open_verbs.items() if is_open)
