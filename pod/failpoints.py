"""Named crash points for tests. `fail_at("ledger_after_intent")` does nothing unless `POD_FAIL_AT` names that point.

With `POD_FAIL_AT=ledger_after_intent` the process kills itself with SIGKILL there; `claim_after_commit:3` means the third
time that it comes by. Once: `POD_FAIL_MARK` names a file whose creation is the "once", so that the restarted process passes
the same point unharmed.
"""

from __future__ import annotations

import itertools
import os
import signal

_ARMED, _, _NTH = os.environ.get("POD_FAIL_AT", "").partition(":")
_passed = itertools.count(1)

POINTS = (
    "design_before_commit",
    "design_after_commit",
    "claim_after_commit",
    "ledger_after_intent",
    "model_after_answer",
    "task_after_commit",
    "file_before_rename",
    "file_after_rename",
    "candidate_after_commit",
    "prepare_between_files",
    "prepare_before_manifest",
    "prepare_after_commit",
    "approve_before_commit",
    "order_before_commit",
    "order_after_commit",
    "paid_before_commit",
    "paid_after_commit",
    "shop_heard_before_commit",
    "shop_heard_after_commit",
    "shop_order_polled",
    "shop_polled",
    "shop_order_recorded",
    "shop_order_placed",
    "shop_order_noted",
    "shop_told",
    "route_before_commit",
    "route_after_commit",
    "publication_before_commit",
    "publication_after_commit",
    "publication_after_intent",
    "publication_before_piece",
    "publication_after_piece",
    "publication_after_answer",
    "handoff_after_intent",
    "handoff_after_send",
    "handoff_after_confirm_intent",
    "handoff_after_confirm",
    "handoff_in_finish",
    "handoff_after_finish",
    "handoff_after_cancel",
    "address_before_commit",
    "address_after_commit",
    "handoff_after_readdress",
    "news_before_commit",
    "news_after_commit",
    "told_before_commit",
    "message_before_send",
    "message_after_send",
    "hotfolder_before_rename",
    "hotfolder_after_record",
    "hotfolder_after_rename",
    "mockup_after_intent",
    "mockup_after_answer",
    "mockup_after_picture",
    "migration_before_commit",
    "backup_after_database",
    "backup_between_files",
    "backup_before_rename",
    "restore_before_rename",
)
"""Every point there is; a test walks the code and holds this list against it."""

ON_THE_WAY = POINTS[: POINTS.index("migration_before_commit")]
"""Those that a design and its order come by; the others are passed by whoever looks after the data."""


def fail_at(point: str) -> None:
    if not _ARMED or point != _ARMED or next(_passed) != int(_NTH or 1):
        return
    mark = os.environ.get("POD_FAIL_MARK")
    if mark:
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return
    os.kill(os.getpid(), signal.SIGKILL)
