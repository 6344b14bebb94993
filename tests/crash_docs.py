"""docs/crashes.md: what becomes of everything when the process is killed at any step, and which test shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Row(NamedTuple):
    """`points` are those of `pod.failpoints`, and none where the step is not one of ours; `tests` are ``file::test``."""

    after: str
    durable: str
    result: str
    points: tuple[str, ...]
    tests: tuple[str, ...]


POINTS = "tests/crash/test_named_points.py"
SCHEMA = "tests/crash/test_schema.py"
MOCKUPS = "tests/services/test_mockups.py"
NAMED = "tests/crash/test_named_points.py::test_killed_anywhere_and_started_again_everything_ends_once"
OUT = "tests/crash/test_named_points.py::test_killed_on_the_way_out_every_kind_of_partner_makes_it_once"
CONTROL = "tests/crash/test_named_points.py::test_control_posting_and_then_saving_makes_it_twice"
PAID_TWICE = "tests/crash/test_named_points.py::test_control_calling_again_after_a_crash_pays_twice"
BETTER = "tests/crash/test_repairs.py::test_a_service_that_cannot_tell_is_not_asked_again_and_the_first_picture_stays"
BETTER_COMES = (
    "tests/crash/test_repairs.py::test_with_a_service_that_can_tell_the_better_picture_is_paid_once_and_comes"
)
HANDOFF, BACKUP, CHILD = "tests/services/test_handoff.py", "tests/store/test_backup.py", "tests/jobs/test_child.py"

_PUBLICATION = ("before_commit", "after_commit", "after_intent", "before_piece", "after_piece", "after_answer")
PUBLICATION = tuple(f"publication_{at}" for at in _PUBLICATION)

ROWS = {
    "W1": Row(
        "a shop's or a partner's message is read, and not kept yet",
        "nothing",
        "it is sent again; one order",
        ("shop_heard_before_commit", "news_before_commit"),
        (NAMED, f"{POINTS}::test_control_answering_a_message_and_then_keeping_it_loses_the_order"),
    ),
    "W2": Row(
        "the message is kept, and not answered",
        "the message",
        "sent again it changes nothing",
        ("shop_heard_after_commit", "news_after_commit"),
        (
            NAMED,
            "tests/services/test_partnernews.py::test_a_repeated_message_is_heard_once",
            f"{POINTS}::test_control_taking_each_message_for_an_order_takes_it_twice",
        ),
    ),
    "W3": Row(
        "within the transaction of an order, or of its payment and its job",
        "nothing of it",
        "neither order nor job; asked again, both",
        ("order_before_commit", "paid_before_commit", "route_before_commit"),
        (NAMED,),
    ),
    "W4": Row(
        "order and job are there, and nobody was woken",
        "both",
        "the next look at the table runs it",
        (
            "order_after_commit",
            "paid_after_commit",
            "route_after_commit",
            "shop_order_polled",
            "shop_polled",
            "shop_order_recorded",
            "shop_order_placed",
            "shop_order_noted",
        ),
        (NAMED,),
    ),
    "A1": Row(
        "a design is asked for under a key, and the answer is not sent",
        "key, design and job",
        "the same key is the same design; one charge",
        ("design_before_commit", "design_after_commit"),
        (NAMED, "tests/services/test_designs.py::test_the_same_key_is_the_same_design_drawn_and_paid_for_once"),
    ),
    "J1": Row(
        "a picture's call is announced, and not made",
        "the intent",
        "looked up where the service can, else counted as paid and a person's",
        ("ledger_after_intent",),
        (NAMED, PAID_TWICE, BETTER),
    ),
    "J2": Row(
        "the call is made, and its task's id not kept",
        "the intent",
        "as J1; repeated by a person or the written policy, and both are booked",
        ("model_after_answer",),
        (
            NAMED,
            PAID_TWICE,
            "tests/crash/test_named_points.py::test_killed_during_the_call_the_written_policy_repeats_it_and_books_both",
        ),
    ),
    "J3": Row(
        "the task's id is kept", "the id", "it is polled; nothing is asked anew", ("task_after_commit",), (NAMED,)
    ),
    "J4": Row(
        "a file is written under no name",
        "a hidden file",
        "swept after a day; written again",
        ("file_before_rename",),
        (NAMED, "tests/store/test_local_files.py::test_what_crashed_writes_left_is_swept_after_a_day_and_not_before"),
    ),
    "J5": Row(
        "the file has its name, and no row names it",
        "a file",
        "the same bytes are the same file; else swept",
        ("file_after_rename",),
        (NAMED,),
    ),
    "J6": Row(
        "the picture's row is there, and its job not ended",
        "file and row",
        "the next run sees it and ends, or asks for the better one that the row says is under way",
        ("candidate_after_commit",),
        (NAMED, BETTER_COMES),
    ),
    "R1": Row(
        "the child that works on a picture is killed, by its limits or by a fault",
        "nothing",
        "tried again, then parked; the service lives",
        (),
        (
            f"{CHILD}::test_a_child_that_dies_ends_its_picture_and_nothing_else",
            f"{CHILD}::test_memory_past_its_limit_is_refused_in_the_child_and_not_in_the_service",
            f"{CHILD}::test_work_past_its_time_is_ended_with_the_limit_in_the_sentence",
        ),
    ),
    "R2": Row(
        "some of the print files are there",
        "some files",
        "the set is seen when its row commits: all of it, or nothing",
        ("prepare_between_files", "prepare_before_manifest", "prepare_after_commit", "approve_before_commit"),
        (NAMED,),
    ),
    "O1": Row(
        "a job is claimed",
        "lease and fence",
        "claimed again once its lease has lapsed",
        ("claim_after_commit",),
        (NAMED, OUT),
    ),
    "O2": Row(
        "a send, or its confirmation, is announced and not made",
        "`sending`",
        "settle, look-up, send; one order",
        ("handoff_after_intent", "handoff_after_confirm_intent", "hotfolder_before_rename", "hotfolder_after_record"),
        (NAMED, OUT),
    ),
    "O3": Row(
        "it is made, and no answer comes",
        "`sending`",
        "settle, and the look-up decides; one order",
        (),
        (
            f"{HANDOFF}::test_no_answer_is_looked_up_not_sent_again",
            "tests/fulfillment/test_fates.py::test_a_mishap_ends_as_the_table_says_with_one_order_and_one_charge",
            "tests/crash/test_selling.py::test_control_a_shop_that_leaves_it_out_doubles_orders_in_the_same_torture",
        ),
    ),
    "O4": Row(
        "it is answered, and the answer not kept",
        "`sending`",
        "the look-up finds it; one order",
        ("handoff_after_send", "handoff_after_confirm", "hotfolder_after_rename"),
        (NAMED, OUT, CONTROL),
    ),
    "O5": Row(
        "within the transaction that keeps the answer",
        "`sending`",
        "as O4; job and order move together",
        ("handoff_in_finish",),
        (NAMED, OUT),
    ),
    "O6": Row(
        "the answer is kept, and the job not ended",
        "all of it",
        "claimed again, it goes on from there",
        ("handoff_after_finish",),
        (NAMED, OUT),
    ),
    "O7": Row(
        "two workers have the same order, as a lease has lapsed",
        "the higher fence wins",
        "the stale one writes nothing, and calls nobody",
        (),
        (
            f"{HANDOFF}::test_a_worker_that_lost_its_lease_during_the_call_writes_nothing_and_sends_nothing_twice",
            f"{HANDOFF}::test_a_worker_that_lost_its_lease_before_the_call_does_not_call",
        ),
    ),
    "O8": Row(
        "a cancel is asked for while it is being sent",
        "the wish",
        "decided after a look-up: cancelled, or asked back from the partner",
        ("handoff_after_cancel",),
        (
            NAMED,
            "tests/services/test_handoff_machine.py::test_whatever_happens_an_order_is_made_at_most_once_and_nothing_is_stuck",
        ),
    ),
    "O9": Row(
        "the address is changed when it has been sent, or may have been",
        "the change",
        "asked for at the partner, looked up, and refused aloud; no draft is confirmed with the old one; what surely never left goes to the new one",
        ("address_before_commit", "address_after_commit", "handoff_after_readdress"),
        (
            NAMED,
            "tests/services/test_addresses.py::test_a_change_at_any_point_of_a_hand_off_ends_with_one_parcel_to_the_new_address",
            "tests/services/test_addresses.py::test_control_a_draft_that_is_confirmed_without_a_look_goes_to_the_old_address",
            f"{POINTS}::test_killed_while_what_never_left_goes_to_another_address_one_goes_there_by_itself",
            f"{POINTS}::test_control_posting_what_moved_and_then_saving_makes_it_twice",
        ),
    ),
    "N1": Row(
        "a shop is told of a parcel, or given a design to sell, and that is not noted",
        "the parcel",
        "told again by the same name; one of it in the shop",
        ("shop_told", *PUBLICATION),
        (NAMED,),
    ),
    "N2": Row(
        "mail or a message to the shop's own program is sent, and that is not noted",
        "*sending*",
        "sent again under the same name: at least once",
        ("told_before_commit", "message_before_send", "message_after_send"),
        ("tests/crash/test_named_points.py::test_killed_while_it_tells_of_a_parcel_the_shop_is_told_under_one_name",),
    ),
    "N3": Row(
        "a mock-up is asked for, or its picture fetched, and that is not noted",
        "*asking*, or the task's id",
        "not asked for again but by a person, who is told; a task that is known is looked at, and its picture fetched again",
        ("mockup_after_intent", "mockup_after_answer", "mockup_after_picture"),
        (
            f"{MOCKUPS}::test_killed_around_its_call_it_is_asked_for_once_and_a_person_is_told",
            f"{MOCKUPS}::test_killed_with_its_picture_fetched_and_not_kept_it_is_fetched_again_and_no_other_asked_for",
            f"{MOCKUPS}::test_control_asking_again_after_a_crash_draws_it_twice",
        ),
    ),
    "B1": Row(
        "a backup is half written",
        "a hidden folder",
        "only a whole one has a name; the next one clears it away",
        ("backup_after_database", "backup_between_files", "backup_before_rename"),
        (
            f"{BACKUP}::test_a_backup_that_is_cut_off_is_not_there_and_the_next_one_clears_it_away",
            f"{BACKUP}::test_control_a_backup_under_its_name_from_the_beginning_stays_there_half_written",
        ),
    ),
    "B2": Row(
        "an old backup is brought back",
        "states of then",
        "everything is looked for before it is sent or bought; nothing twice; what was erased stays erased",
        ("restore_before_rename",),
        (
            f"{BACKUP}::test_a_restore_that_is_cut_off_leaves_no_database_and_is_done_again",
            "tests/services/test_placed_since.py::test_lines_that_were_split_otherwise_since_the_backup_are_not_made_twice",
            "tests/services/test_placed_since.py::test_a_reprint_without_a_key_that_is_asked_for_again_is_found_under_its_name",
            "tests/services/test_publishing.py::test_after_a_restore_what_is_newer_in_the_shop_is_overwritten_only_by_a_second_yes",
            "tests/services/test_restoring.py::test_what_was_handed_off_since_the_backup_is_found_and_not_sent_again",
            "tests/services/test_restoring.py::test_control_without_the_mode_everything_since_the_backup_is_sent_again",
            "tests/services/test_cancel_after_restore.py::test_after_a_restore_an_empty_folder_is_a_persons_to_ask_about_before_it_is_cancelled",
            "tests/services/test_cancel_after_restore.py::test_control_a_folder_that_was_never_left_is_believed",
            "tests/services/test_cancel_after_restore.py::test_what_a_folder_may_have_had_is_not_made_elsewhere_before_a_person_has_asked",
            "tests/services/test_buyers_words.py::test_whenever_the_backup_was_taken_the_last_words_are_printed_once",
            "tests/services/test_erased_and_restored.py::test_an_order_that_was_erased_since_the_backup_is_erased_in_it",
            "tests/services/test_erased_and_restored.py::test_control_a_list_that_is_restored_with_the_data_brings_the_customer_back",
        ),
    ),
    "M1": Row(
        "within a step of the schema",
        "the schema before it",
        "rolled back whole; the next start takes the step",
        ("migration_before_commit",),
        (
            f"{SCHEMA}::test_killed_within_a_step_of_the_schema_the_next_start_finds_it_as_it_was_and_takes_it",
            f"{SCHEMA}::test_broken_off_in_the_middle_of_a_step_nothing_of_it_is_there",
            f"{SCHEMA}::test_control_a_step_that_keeps_each_statement_leaves_half_a_schema_that_no_start_can_take",
        ),
    ),
    "X1": Row(
        "the disk is full",
        "the last commit",
        "no half file, no half row; it goes on without a restart",
        (),
        (
            "tests/cli/test_full_disk.py::test_a_server_whose_disk_fills_up_refuses_in_words_and_goes_on_when_there_is_room",
        ),
    ),
    "X2": Row(
        "the clock jumps by an hour",
        "all of it",
        "no job is lost; a lease that seems to have lapsed writes nothing",
        (),
        (
            f"{SCHEMA}::test_a_clock_that_jumps_by_an_hour_loses_no_order_and_doubles_none",
            f"{SCHEMA}::test_control_whoever_takes_a_lapsed_lease_for_a_send_that_never_was_doubles_it",
        ),
    ),
}
"""By the names that the steps have in tests; uploads to S3, a broker, and a server's database that is started anew are not among
them."""


def crashes() -> str:
    lines = [
        "# Crashes",
        "",
        "Each row is a step after which the process may be killed, or the power fail. The points are those of `pod/failpoints.py`;",
        "a test starts Pod, lets it kill itself there, starts it again, and looks into the books of everybody concerned. A test",
        "holds this table against the code: every point stands in it, and every test in it is there.",
        "",
        "`make torture` and `make torture-orders` kill at any time besides.",
        "",
        "| | after this | what is kept | what then happens | points |",
        "|---|---|---|---|---|",
        *_rows(),
        "",
        "## Tests",
        "",
        *(f"* {name}: {', '.join(f'`{test}`' for test in row.tests)}" for name, row in ROWS.items()),
    ]
    return "\n".join([*lines, ""])


def _rows() -> Iterator[str]:
    for name, row in ROWS.items():
        points = ", ".join(f"`{point}`" for point in row.points)
        yield f"| {name} | {row.after} | {row.durable} | {row.result} | {points} |"
