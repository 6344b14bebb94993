"""A buyer's own words on a line of a shop's order: set on the design, said yes to by the rule, printed to the letter or not."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from pod.jobs.claim import run_one
from pod.model.caller import Caller, Role
from pod.model.design import DesignState
from pod.model.errors import InputRefused, NotAllowed, NotFound
from pod.model.handoff import HandOffState
from pod.model.job import Lane
from pod.model.order import OrderState
from pod.model.personal import Cover
from pod.model.proof import ApprovalRole
from pod.model.shoporder import IntakeState, Payment, Repair, ShopLine, ShopOrder
from pod.services.aftercare import Erasing
from pod.services.houserules import Rules
from pod.services.preparation import Preparation
from pod.services.shopdesk import ShopDesk
from pod.services.words import buyers
from pod.store.backup import back_up
from tests.doubles.storefront import GENUINE
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, Bench, copied, open_bench, place_of, restored_in

ADMIN = Caller("main", "user:root", Role.ADMIN)
VARIANT = "sticker-4in/4in/white"


@pytest.fixture(scope="module")
def pattern_folder(tmp_path_factory):
    """A shop with an approved design that says SAMPLE."""
    folder = tmp_path_factory.mktemp("pattern")
    bench = open_bench(folder)
    design = bench.proofed(lettering="SAMPLE")
    assert design.state is DesignState.PROOF_READY, design.reason
    bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    bench.store.checkpoint()
    bench.store.close()
    return folder


@pytest.fixture
def shop(pattern_folder, tmp_path):
    bench = open_bench(copied(pattern_folder, tmp_path / "shop"))
    yield bench
    bench.store.close()


def pattern(shop: Bench):
    return next(d for d in shop.designs.page(OPERATOR).items if d.brief.lettering == "SAMPLE")


def bought(shop: Bench, words: str = "OLIVIA", *, run: bool = True, **changes) -> None:
    shop.clock.forward(1)
    line = ShopLine("1", VARIANT, 2, "A sticker", pattern(shop).id, words)
    order = ShopOrder("1001", "#1001", Payment.PAID, shop.clock.now(), (line,), ADDRESS)
    shop.storefront.orders["1001"] = replace(order, **changes)
    told = {"event": f"event-{shop.clock.now().timestamp()}", "order": "1001"}
    shop.intake.hear("storefront", GENUINE, json.dumps(told).encode())
    if run:
        shop.run()
    else:
        look(shop)


def look(shop: Bench) -> None:
    """The order's job alone: print files are not the point of most tests here."""
    while run_one(shop.store, shop.work(), Lane.HANDOFF, "bench"):
        pass


def taken(shop: Bench):
    with shop.store.reading() as tx:
        return tx.shops.get("main", "storefront", "1001")


def made(shop: Bench):
    with shop.store.reading() as tx:
        found = tx.personal.of_batch("main", "shop:storefront:1001")
        return [tx.designs.get("main", each.design_id) for each in found]


def placed_words(shop: Bench) -> list[str]:
    order = shop.orders.get(OPERATOR, taken(shop).order_id)
    versions = (shop.designs.made_as(OPERATOR, item.version_id)[1] for item in order.items)
    return [version.recipe.lettering.text for version in versions]


def test_the_yes_to_the_pattern_covers_a_name_and_the_order_goes_on_by_itself(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    charged = list(shop.studio.charged)
    bought(shop)
    assert (taken(shop).state, taken(shop).troubles) == (IntakeState.PLACED, ())
    assert placed_words(shop) == ["OLIVIA"]
    assert shop.studio.charged == charged
    order = shop.orders.get(OPERATOR, taken(shop).order_id)
    assert (order.items[0].quantity, bool(order.paid_at)) == (2, True)
    [design] = made(shop)
    [yes] = shop.designs.approvals(OPERATOR, design.current_version_id)
    assert yes.actor == "job:pattern"
    files, _ = shop.designs.files(OPERATOR, design.id)
    assert dict(yes.print_files) == {f"{f.area}.{f.format}": f.file.sha256 for f in files}
    notes = [entry.note for entry in shop.designs.history(OPERATOR, design.id)]
    assert any(pattern(shop).id in note and "words alone differ" in note for note in notes)
    assert len(shop.orders.handoffs(OPERATOR, order.id)) == 1


def test_without_that_setting_a_person_says_yes_first(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop)
    [design] = made(shop)
    [trouble] = taken(shop).troubles
    assert (taken(shop).state, trouble.code) == (IntakeState.NEEDS_REPAIR, "words_need_yes")
    assert design.id in trouble.hint
    assert shop.orders.page(OPERATOR).items == ()
    shop.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    shop.run()
    assert (taken(shop).state, placed_words(shop)) == (IntakeState.PLACED, ["OLIVIA"])


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        ("pattern", "pattern itself is not approved"),
        ("ink", "face or the inks"),
        ("picture", "pixels beside the words"),
    ],
)
def test_what_is_beyond_the_measures_of_the_pattern_waits_for_a_person(shop, spoil, why, monkeypatch):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    SPOILERS[spoil](shop, monkeypatch)
    bought(shop)
    [trouble] = taken(shop).troubles
    assert trouble.code == "words_need_yes"
    assert why in trouble.message
    assert shop.orders.page(OPERATOR).items == ()


def test_letters_that_another_face_stands_in_for_wait_for_a_person(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop, "\N{CYRILLIC CAPITAL LETTER O}\N{CYRILLIC CAPITAL LETTER EL}\N{CYRILLIC CAPITAL LETTER YA}")
    [trouble] = taken(shop).troubles
    assert (trouble.code, "face or the inks" in trouble.message) == ("words_need_yes", True)
    [design] = made(shop)
    [version] = shop.designs.versions(OPERATOR, design.id)
    assert version.recipe.lettering.stand_ins, "or nothing stands in, and the yes would cover it"
    assert shop.orders.page(OPERATOR).items == ()


def test_a_line_of_a_design_that_was_deleted_waits_for_a_person_and_no_words_are_set_on_it(shop):
    design = pattern(shop)
    shop.offers.open(OPERATOR, design.id, Cover.EACH)
    bought(shop, run=False)
    shop.designs.delete(OPERATOR, design.id)
    look_again(shop)
    [trouble] = taken(shop).troubles
    assert trouble.code == "design_deleted"
    assert [each.state for each in made(shop)] == [DesignState.ARCHIVED]


def look_again(shop: Bench) -> None:
    told = {"event": "once more", "order": "1001"}
    shop.intake.hear("storefront", GENUINE, json.dumps(told).encode())
    look(shop)


def _pattern_has_changed(shop, monkeypatch):
    """Its words are others now, and these have no yes."""
    shop.words.change(SHOPPER, pattern(shop).id, "OTHER SAMPLE")


def _other_ink(shop, monkeypatch):
    real = buyers.other_words
    monkeypatch.setattr(buyers, "other_words", lambda *args: replace(real(*args), ink="#c8281e"))


def _other_picture(shop, monkeypatch):
    """Words that are placed as if they were the first move the picture."""
    real = buyers.other_words
    monkeypatch.setattr(buyers, "other_words", lambda *args: replace(real(*args), placed_by=None))


SPOILERS = {"pattern": _pattern_has_changed, "ink": _other_ink, "picture": _other_picture}


def test_a_line_without_words_is_never_printed_with_the_samples(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop, "", run=False)
    [trouble] = taken(shop).troubles
    assert (trouble.code, "sample" in trouble.message) == ("no_words", True)
    assert made(shop) == []
    assert shop.orders.page(OPERATOR).items == ()


def test_who_is_called_as_the_sample_is_gets_the_sample(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop, "sample".upper(), run=False)
    assert (placed_words(shop), made(shop)) == (["SAMPLE"], [])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Mickey Mouse", "screened_character"),
        ("ᚠ", "lettering_no_glyph"),
        ("W" * 34, "words_too_small"),
        ("\N{FOX FACE}", "lettering_emoji"),
        ("A" * 5000, "lettering_too_long"),
    ],
)
def test_words_that_cannot_be_printed_wait_for_a_person_with_the_reason(shop, words, code):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop, words, run=False)
    [trouble] = taken(shop).troubles
    assert (trouble.line_id, trouble.code, bool(trouble.hint)) == ("1", code, True)
    assert made(shop) == []
    ShopDesk(shop.tools).repair(OPERATOR, "storefront", "1001", Repair("1", pattern(shop).current_version_id))
    look(shop)
    assert taken(shop).state is IntakeState.PLACED


def test_however_often_the_shop_tells_of_it_the_words_are_set_once(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    for _ in range(3):
        bought(shop, run=False)
    assert len(made(shop)) == 1
    assert (taken(shop).state, taken(shop).troubles) == (IntakeState.RECORDED, ()), "nobody has anything to do yet"


def test_words_that_are_changed_before_it_is_placed_put_the_first_ones_away(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop, "OLIVIA", run=False)
    bought(shop, "OLIVER", run=False)
    assert [(d.brief.lettering, d.state) for d in made(shop)] == [
        ("OLIVIA", DesignState.ARCHIVED),
        ("OLIVER", DesignState.PREPARING),
    ]


def test_words_that_come_back_are_the_design_that_they_were(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop, "OLIVIA", run=False)
    [first] = made(shop)
    for words in ("OLIVER", "OLIVIA", "OLIVIA"):
        bought(shop, words, run=False)
    states = [(d.brief.lettering, d.state) for d in made(shop)]
    assert sorted(states) == [("OLIVER", DesignState.ARCHIVED), ("OLIVIA", DesignState.PREPARING)]
    assert [d.id for d in made(shop) if d.state is DesignState.PREPARING] == [first.id]
    assert taken(shop).state is IntakeState.RECORDED


def test_what_the_sweep_has_taken_of_words_that_come_back_is_made_again(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop, "OLIVIA")
    [design] = made(shop)
    before, _ = shop.designs.files(OPERATOR, design.id)
    bought(shop, "OLIVER", run=False)
    for file in before:
        shop.files.path(file.file.key).unlink()
    bought(shop, "OLIVIA")
    shop.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    shop.run()
    after, _ = shop.designs.files(OPERATOR, design.id)
    assert all(shop.files.verify(file.file) for file in after)
    assert placed_words(shop) == ["OLIVIA"]


def test_a_design_that_a_person_has_put_away_is_not_made_again(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop, run=False)
    shop.designs.delete(OPERATOR, made(shop)[0].id)
    look(shop)
    assert [t.code for t in taken(shop).troubles] == ["words_stopped"], "and nobody had to ask the shop again"
    bought(shop, run=False)
    assert len(made(shop)) == 1


def test_words_that_are_changed_after_it_was_placed_hold_the_order(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop)
    bought(shop, "OLIVER", run=False)
    order = shop.orders.get(OPERATOR, taken(shop).order_id)
    assert order.state is OrderState.ON_HOLD
    assert placed_words(shop) == ["OLIVIA"]


def test_an_order_that_is_cancelled_leaves_no_design_waiting_for_a_yes(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop, run=False)
    bought(shop, run=False, cancelled=True)
    assert [design.state for design in made(shop)] == [DesignState.ARCHIVED]


def test_a_design_that_is_rejected_is_told_with_its_reason(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop)
    [design] = made(shop)
    shop.approvals.reject(OPERATOR, design.id, "That is a swear word here.")
    look(shop)
    [trouble] = taken(shop).troubles
    assert (trouble.code, "swear word" in trouble.message) == ("words_stopped", True)


def test_words_that_a_person_has_rejected_are_still_rejected_when_they_come_back(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop)
    [design] = made(shop)
    shop.approvals.reject(OPERATOR, design.id, "That is a swear word here.")
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop, "OLIVER", run=False)
    bought(shop)
    [trouble] = taken(shop).troubles
    assert (trouble.code, "swear word" in trouble.message) == ("words_stopped", True)
    assert shop.orders.page(OPERATOR).items == ()


def test_words_that_the_shop_has_come_to_refuse_are_refused_when_they_come_back(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop, run=False)
    bought(shop, "OLIVER", run=False)
    Rules(shop.tools, shop.designs).refuse_word(ADMIN, "olivia")
    bought(shop)
    assert [trouble.code for trouble in taken(shop).troubles] == ["screened_house"]
    assert shop.orders.page(OPERATOR).items == ()


def test_of_who_is_erased_before_the_order_was_placed_no_word_is_left(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop, "OLIVER", run=False)
    bought(shop, "Mickey Mouse", run=False)
    bought(shop, "OLIVIA")
    assert {"OLIVIA", "OLIVER", "Mickey Mouse"} <= said_in(shop).keys()
    report = Erasing(shop.tools).erase(ADMIN, "#1001")
    assert (report.waiting, report.removed["designs"]) == (1, 2)
    assert [design.state for design in made(shop)] == [DesignState.ARCHIVED] * 2
    assert said_in(shop) == {}
    assert not {file.file.key for design in made(shop) for file in print_files(shop, design)} & files_in_use(shop)


def test_of_who_is_erased_after_it_was_printed_the_print_file_stays_for_claims_and_goes_on_its_day(shop):
    shop.printshop.terms = replace(shop.printshop.terms, claim_days=30)
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop)
    order = shop.orders.get(OPERATOR, taken(shop).order_id)
    shop.printshop.says(shop.handoff(order).reference, HandOffState.DELIVERED)
    shop.handoffs.look_up(OPERATOR, shop.handoff(order).reference)
    shop.run()
    assert "OLIVIA" in said_in(shop)
    [design] = made(shop)
    files = print_files(shop, design)
    report = Erasing(shop.tools).erase(ADMIN, order.external_ref)
    assert said_in(shop) == {}
    closes = shop.clock.now() + shop.printshop.terms.window
    assert report.orders[0].prints_until == closes.date().isoformat()
    shop.wait(shop.printshop.terms.window.total_seconds() - 3600)
    assert {file.file.key for file in files} <= files_in_use(shop)
    assert not {proof.picture.key for proof in shop.designs.files(OPERATOR, design.id)[1]} & files_in_use(shop)
    shop.wait(7200)
    assert not {file.file.key for file in files} & files_in_use(shop)


def test_of_who_was_erased_since_the_backup_the_words_go_when_what_was_on_its_way_then_has_ended(shop, tmp_path):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop)
    order = shop.orders.get(OPERATOR, taken(shop).order_id)
    made_at = back_up(place_of(tmp_path / "shop"), tmp_path / "backups", shop.clock)
    shop.printshop.says(shop.handoff(order).reference, HandOffState.DELIVERED)
    shop.handoffs.look_up(OPERATOR, shop.handoff(order).reference)
    shop.run()
    Erasing(shop.tools).erase(ADMIN, order.external_ref)
    again = _restored(shop, made_at, tmp_path)
    assert (again.order(order).state, again.order(order).ship_to.line1) == (OrderState.ON_HOLD, "(erased)")
    again.wait(86_400)
    again.orders.release(OPERATOR, order.id)
    again.wait(2 * 86_400)
    assert (again.order(order).state, said_in(again)) == (OrderState.DONE, {})
    again.store.close()


def test_an_address_that_was_told_too_late_is_erased_and_what_the_order_is_made_from_is_not(shop):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    bought(shop)
    with shop.store.writing() as tx:
        told = replace(taken(shop).order, ship_to=replace(ADDRESS, email="zoe@home.example"))
        tx.shops.change(taken(shop), order=told, told_to="another")
    report = Erasing(shop.tools).erase(ADMIN, "zoe@home.example")
    assert (report.waiting, report.removed["designs"]) == (1, 0)
    assert taken(shop).order.ship_to is None
    assert [design.state for design in made(shop)] == [DesignState.APPROVED]
    assert placed_words(shop) == ["OLIVIA"]


def test_of_who_is_erased_while_it_is_being_made_no_proof_is_kept(shop, monkeypatch):
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.EACH)
    bought(shop, run=False)
    make = Preparation._make

    def meanwhile_erased(*args):
        made_files = make(*args)
        Erasing(shop.tools).erase(ADMIN, "#1001")
        return made_files

    monkeypatch.setattr(Preparation, "_make", meanwhile_erased)
    shop.run()
    [design] = made(shop)
    files, proofs = shop.designs.files(OPERATOR, design.id, design.current_version_id)
    assert (design.state, list(files), list(proofs)) == (DesignState.ARCHIVED, [], [])


def said_in(shop: Bench) -> dict[str, set[str]]:
    """The buyers' words, and the tables that they stand in; in any case, as they are looked for in small letters."""
    found: dict[str, set[str]] = {}
    with shop.store.database.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        for table in names:
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}"):
                text = " ".join(map(str, tuple(row))).casefold()
                for words in ("OLIVIA", "OLIVER", "Mickey Mouse"):
                    if words.casefold() in text:
                        found.setdefault(words, set()).add(table)
    return found


def files_in_use(shop: Bench) -> set[str]:
    with shop.store.reading() as tx:
        return tx.designs.files_in_use()


def print_files(shop: Bench, design):
    with shop.store.reading() as tx:
        return tx.designs.print_files("main", design.current_version_id)


def test_a_design_that_is_not_open_to_them_is_as_before(shop):
    bought(shop, run=False)
    [trouble] = taken(shop).troubles
    assert trouble.code == "personalised"
    assert made(shop) == []


def test_who_opens_a_design_and_which(shop, proofed_template, tmp_path):
    design = pattern(shop)
    with pytest.raises(NotAllowed):
        shop.offers.open(SHOPPER, design.id, Cover.EACH)
    with pytest.raises(NotFound):
        shop.offers.get(OPERATOR, design.id)
    shop.offers.open(OPERATOR, design.id, Cover.EACH)
    shop.offers.open(OPERATOR, design.id, Cover.PATTERN)
    assert shop.offers.get(OPERATOR, design.id).cover is Cover.PATTERN
    shop.offers.close(OPERATOR, design.id)
    shop.offers.close(OPERATOR, design.id)
    with pytest.raises(NotFound):
        shop.offers.get(OPERATOR, design.id)
    wordless = open_bench(copied(proofed_template, tmp_path / "wordless"))
    with pytest.raises(InputRefused, match="painted"):
        wordless.offers.open(OPERATOR, wordless.proofed().id, Cover.EACH)
    wordless.store.close()


@pytest.mark.parametrize(
    ("told", "until"),
    [("A", 0), ("AB", 1), ("ABA", 0), ("ABA", 1), ("ABA", 2), ("ABA", 3), ("ABAB", 3)],
)
def test_whenever_the_backup_was_taken_the_last_words_are_printed_once(shop, tmp_path, told, until):
    """The shop tells of words after words; the backup is of after the first `until`. What was placed with the last of them has
    the name at its partner that it had."""
    shop.offers.open(OPERATOR, pattern(shop).id, Cover.PATTERN)
    wanted = [{"A": "OLIVIA", "B": "OLIVER"}[each] for each in told]
    for words in wanted[:until]:
        bought(shop, words, run=False)
    made_at = back_up(place_of(tmp_path / "shop"), tmp_path / "backups", shop.clock)
    for words in wanted[until:]:
        bought(shop, words, run=False)
    shop.run()
    [sent] = shop.printshop.orders
    again = _restored(shop, made_at, tmp_path)
    assert [order["reference"] for order in again.printshop.orders] == [sent["reference"]]
    order = again.orders.get(OPERATOR, taken(again).order_id)
    assert again.handoff(order).reference == sent["reference"]
    assert placed_words(again) == placed_words(shop) == [wanted[-1]]
    again.store.close()


def _restored(shop: Bench, made_at, tmp_path) -> Bench:
    restored_in(made_at, tmp_path / "new", shop.clock)
    for kept in ("printshop", "studio"):
        shutil.copytree(tmp_path / "shop" / kept, tmp_path / "new" / kept)
    again = open_bench(tmp_path / "new")
    again.clock.time, again.storefront.orders = shop.clock.time, shop.storefront.orders
    again.clock.forward(900)
    again.intake.schedule()
    again.wait(700)
    return again
