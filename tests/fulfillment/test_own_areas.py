"""Partners who print on areas of their own get files for them: in each size its own, front and back, and nothing that the
shopper has not seen.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from fulfillment.gelato import Gelato, GelatoSettings
from fulfillment.printful import Printful, PrintfulSettings
from fulfillment.printify import Printify, PrintifySettings
from fulfillment.prodigi import Prodigi, ProdigiSettings
from pod.model.brief import Wanted
from pod.model.design import DesignState
from pod.model.handoff import HandOffState
from pod.model.order import OrderItem
from pod.model.ownarea import Departure
from pod.model.product import PartnerArea
from pod.model.proof import ApprovalRole
from pod.paths import templates_dir
from pod.services.ownprints import OwnPrints
from pod.services.partnercare import PartnerCare
from pod.services.payloads import Payloads
from pod.store.catalogue import FileCatalogue
from tests.contracts.remote_partner_contract import QUICK, TO, TOKEN
from tests.fulfillment.test_fates import Hosted
from tests.servers import gelato, printful_requests, prodigi_articles
from tests.servers.gelato import GelatoServer
from tests.servers.printful import PrintfulServer
from tests.servers.printify import PrintifyServer
from tests.servers.prodigi import ProdigiServer
from tests.services.bench import BRIEF, OPERATOR, SHOPPER, open_bench

PPI = 40
NEAR = {"front": {"S": (540, 540), "3XL": (600, 600)}, "back": {"S": (460, 616), "3XL": (520, 680)}}
"""Pod's own are 560 and 480 × 640 px: in S the art comes out 4 % smaller, in 3XL as it was approved."""

FAR = {"front": {"S": (397, 264), "3XL": (560, 373)}, "back": {"S": (397, 453), "3XL": (560, 640)}}
"""What Printify prints on this very hoodie, at this resolution: in S less than half of what was approved."""


class Hoodies(FileCatalogue):
    """The hoodie at a resolution that takes no time, with areas that every partner here says are its own."""

    def __init__(self, *areas):
        super().__init__(templates_dir())
        self.areas = dict(areas)

    def product(self, sku):
        product = super().product(sku)
        return replace(product, areas=tuple(self._area(a) for a in product.areas)) if sku == "hoodie" else product

    def _area(self, area):
        rows = tuple(
            PartnerArea(partner, "77/3", px, PPI, date(2026, 11, 20), sizes=(size,))
            for partner, areas in self.areas.items()
            for size, px in areas.get(area.name, {}).items()
        )
        return replace(area, px=None, target_ppi=PPI, min_ppi=30, partners=rows)


def sold_as(folder, product, names, places, options=""):
    path = folder / f"{product.replace('/', '-')}.toml"
    rows = "\n".join(f'"{size}/black" = "{name}"' for size, name in names.items())
    path.write_text(
        f'[[products]]\nproduct = "hoodie"\ntheirs = "{product}"\nplaces = {places}\nsource = "this test"\n'
        f"checked_on = 2026-11-20\n{options}\n[products.variants]\n{rows}\n"
    )
    return str(path)


BOTH = '{ front = "front", back = "back" }'


def printify(folder):
    server = PrintifyServer(token=TOKEN)
    server.articles[32919] = replace(server.articles[32911], name="3XL")
    catalogue = sold_as(folder, "77/3", {"S": 32911, "3XL": 32919}, BOTH)
    return server, lambda: Printify(
        PrintifySettings(token=TOKEN, shop_id="815", base_url=f"{server.base_url}/v1", live="yes", catalogue=catalogue),
        QUICK,
    )


def prodigi(folder):
    server = ProdigiServer(token=TOKEN, live=True)
    sides = {"": (0, 0)}
    server.articles["HOODIE"] = prodigi_articles.Article(2300, ("front", "back"), sides, {})
    catalogue = sold_as(folder, "HOODIE", {"S": "HOODIE", "3XL": "HOODIE"}, BOTH)
    return server, lambda: Prodigi(
        ProdigiSettings(api_key=TOKEN, base_url=f"{server.base_url}/v4.0", live="yes", catalogue=catalogue), QUICK
    )


def gelatos(folder):
    server = GelatoServer(token=TOKEN)
    for uid in ("hoodie_s_4-4", "hoodie_3xl_4-4"):
        server.articles[uid] = gelato.Article(2100, ("front", "back"), (356, 356))
    catalogue = sold_as(folder, "hoodie", {"S": "hoodie_s_4-4", "3XL": "hoodie_3xl_4-4"}, BOTH)
    return server, lambda: Gelato(
        GelatoSettings(api_key=TOKEN, base_url=server.base_url, live="yes", catalogue=catalogue), QUICK
    )


def printful(folder):
    """It says its areas itself, and what the product's file says is asked no more."""
    server = PrintfulServer(token=TOKEN)
    for n, size in ((5522, "S"), (5527, "3XL")):
        areas = {
            place: printful_requests.Area(n + k, *NEAR[place][size], PPI) for k, place in enumerate(("front", "back"))
        }
        server.articles[n] = printful_requests.Article(146, f"Hoodie {size}", 2300, "dtg", areas)
    catalogue = sold_as(folder, "146", {"S": 5522, "3XL": 5527}, BOTH, 'options = { technique = "dtg" }')
    return server, lambda: Printful(
        PrintfulSettings(token=TOKEN, base_url=server.base_url, live="yes", catalogue=catalogue), QUICK
    )


PARTNERS = {"printify": printify, "prodigi": prodigi, "gelato": gelatos, "printful": printful}


@pytest.fixture(scope="module")
def bench(tmp_path_factory, files):
    """A shop with a design for both sides of a hoodie, proofed before it knows any of these partners."""
    bench = open_bench(tmp_path_factory.mktemp("areas"))
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setattr("pod.services.handoff.drawn_papers", lambda *_: ())  # nobody here reads them
    bench.tools.catalogue = Hoodies(*((name, NEAR) for name in PARTNERS if name != "printful"))
    bench.tools.links = Hosted(files, bench.clock, bench.files)
    yield bench
    monkeypatch.undo()
    bench.store.close()


def proofed(bench):
    """Front and back, on black."""
    return bench.proofed(
        product="hoodie", cloth="black", placements=(Wanted("front"), Wanted("back")), subject=BRIEF.subject
    )


@pytest.fixture(scope="module")
def approved(bench):
    design = proofed(bench)
    assert design.state is DesignState.PROOF_READY, design.reason
    bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    return bench.design(design)


def ordered(bench, design, partner, ref):
    PartnerCare(bench.tools).answered(partner)  # servers of earlier tests are gone, and their orders still ask for them
    order, _ = bench.orders.place(SHOPPER, ref, TO, [a_hoodie(design, size) for size in ("S", "3XL")], partner)
    bench.orders.mark_paid(OPERATOR, order.id)
    return order


def go_on(bench, server, times=4):
    for _ in range(times):
        bench.run()
        bench.clock.forward(60)
        server.clock.advance(60)
    bench.run()


@pytest.mark.parametrize("name", PARTNERS)
def test_each_size_is_fetched_front_and_back_in_the_pixels_of_the_partners_own_area(bench, approved, tmp_path, name):
    server, adapter = PARTNERS[name](tmp_path)
    with server:
        bench.tools.partners[name] = adapter()
        order = ordered(bench, approved, name, f"near-{name}")
        go_on(bench, server)
        handoff = bench.handoff(order)
        assert handoff.state in (HandOffState.CONFIRMED, HandOffState.IN_PRODUCTION), handoff.reason
        fetched = sorted({d.size_px for d in server.downloads})
    assert fetched == sorted(px for sizes in NEAR.values() for px in sizes.values())
    assert len(server.charges) == 1


def own_prints(bench, design):
    with bench.store.reading() as tx:
        return tx.own_prints.of("main", design.current_version_id)


@pytest.fixture(scope="module")
def made(bench, approved, tmp_path_factory):
    """The own prints after two orders of the same at the same partner."""
    server, adapter = prodigi(tmp_path_factory.mktemp("made"))
    with server:
        bench.tools.partners["prodigi"] = adapter()
        for ref in ("once", "again"):
            order = ordered(bench, approved, "prodigi", ref)
            go_on(bench, server)
            assert bench.handoff(order).state is HandOffState.CONFIRMED
    return own_prints(bench, approved)


def test_a_file_is_made_once_and_serves_every_partner_with_the_same_area(made):
    assert len(made) == len({o.area_sha256 for o in made}) == 4


def ink_mm(bench, file):
    """The size of the ink, as Pillow finds it in the stored file."""
    with Image.open(io.BytesIO(bench.files.open(file.file))) as picture:
        left, top, right, bottom = picture.getchannel("A").getbbox()
        assert (left + right, top + bottom) == pytest.approx(picture.size, abs=2), "in the middle"
    return (right - left) * 25.4 / PPI


@pytest.mark.parametrize("area", ["front", "back"])
def test_the_art_keeps_the_size_that_was_approved_and_is_smaller_only_where_there_is_no_room(
    bench, approved, made, area
):
    with bench.store.reading() as tx:
        ours = next(
            f
            for f in tx.designs.print_files("main", approved.current_version_id)
            if (f.area, f.format) == (area, "png")
        )
    there = {o.sizes[0]: o for o in made if o.area == area}
    small, large = (next(f for f in there[size].files if f.format == "png") for size in ("S", "3XL"))
    assert ink_mm(bench, large) == pytest.approx(ink_mm(bench, ours), abs=25.4 / PPI)
    shrunk = ink_mm(bench, small) / ink_mm(bench, ours) - 1
    assert shrunk == pytest.approx(there["S"].departure.change, abs=0.005)
    assert -0.05 < shrunk < -0.03
    assert {o.departure.within for o in there.values()} == {True}


def test_a_file_that_is_gone_or_cut_short_is_made_again_byte_for_byte(bench, approved, made, tmp_path):
    server, adapter = prodigi(tmp_path)
    pngs = [f.file for o in made for f in o.files if f.format == "png"]
    whole = {ref.key: bench.files.open(ref) for ref in pngs}
    for ref, data in zip(pngs[:2], (b"", whole[pngs[1].key][:100]), strict=True):
        path = bench.files.path(ref)
        path.unlink()
        if data:
            path.write_bytes(data)
    with server:
        bench.tools.partners["prodigi"] = adapter()
        order = ordered(bench, approved, "prodigi", "mended")
        go_on(bench, server)
        assert bench.handoff(order).state is HandOffState.CONFIRMED, bench.handoff(order).reason
    assert {ref.key: bench.files.open(ref) for ref in pngs} == whole
    assert own_prints(bench, approved) == made


@pytest.fixture(scope="module")
def line(bench, approved):
    order, _ = bench.orders.place(SHOPPER, "refused", TO, [a_hoodie(approved)], "printshop")
    bench.orders.mark_paid(OPERATOR, order.id)
    (line,) = Payloads(bench.tools).lines(order, bench.handoff(order))
    return line


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"approved_sha256": "0" * 64}, "was not made from what was approved"),
        ({"recipe_sha256": "0" * 64}, "was not made from what was approved"),
        ({"departure": Departure(0.0, 0.0, 0.0, 0.5)}, "its colours differ by 50% (2% is allowed)"),
        ({"departure": Departure(0.0, 0.0, 0.2)}, "20% more of it is cut off (1% is allowed)"),
    ],
)
def test_what_is_not_as_it_was_approved_is_refused(bench, line, made, changes, words):
    own = OwnPrints(bench.tools)
    assert own.speaks_against([replace(line, printed=tuple(made))]) == []
    said = own.speaks_against([replace(line, printed=(replace(made[0], **changes),))])
    assert len(said) == 1
    assert words in said[0]


def a_hoodie(design, size="S"):
    return OrderItem("", design.current_version_id, "hoodie", f"hoodie/{size}/black", 1)


# --- what is further off than an approval covers


@pytest.fixture(scope="module")
def far(tmp_path_factory, files):
    """A shop whose hoodie is another one at Printify, which is not set up yet; one design was approved before."""
    folder = tmp_path_factory.mktemp("far")
    bench = open_bench(folder / "shop")
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setattr("pod.services.handoff.drawn_papers", lambda *_: ())
    bench.tools.catalogue = Hoodies(("printify", FAR))
    bench.tools.links = Hosted(files, bench.clock, bench.files)
    early = proofed(bench)
    bench.approvals.approve(SHOPPER, early.id, ApprovalRole.SHOPPER)
    server, adapter = printify(folder)
    with server:
        bench.tools.partners["printify"] = adapter()
        yield bench, server, bench.design(early)
    monkeypatch.undo()
    bench.store.close()


def test_what_an_approval_does_not_cover_is_held_with_both_areas_until_its_own_proof_has_a_yes(far):
    bench, server, early = far
    orders_before = len(server.orders)
    order = ordered(bench, early, "printify", "early")
    go_on(bench, server)
    held = bench.handoff(order)
    assert (held.state, len(server.orders)) == (HandOffState.ON_HOLD, orders_before)
    for words in (
        "hoodie/S/black: printify prints front on 252.1 × 167.6 mm, and it was approved on 355.6 × 355.6 mm",
        "the art is 55% smaller (5% is allowed)",
        "its edge is 94 mm from where it was (10 mm is allowed)",
        "hoodie/3XL/black: printify prints front on 355.6 × 236.9 mm",
        "hoodie/S/black: printify prints back on",
        "once the shopper has said yes to that, hand it off again",
    ):
        assert words in held.reason
    bench.orders.hand_off(OPERATOR, order.id)
    go_on(bench, server)
    assert bench.handoff(order).state is HandOffState.ON_HOLD, "asking again is no yes"

    far_off = [o for o in own_prints(bench, early) if not o.departure.within]
    assert {(o.area, *o.sizes) for o in far_off} == {("front", "S"), ("front", "3XL"), ("back", "S")}
    assert all(bench.files.exists(o.proof) and bench.files.exists(o.shown) for o in far_off)
    bench.approvals.approve(SHOPPER, early.id, ApprovalRole.SHOPPER, own_prints=[far_off[0].id])
    bench.orders.hand_off(OPERATOR, order.id)
    go_on(bench, server)
    assert bench.handoff(order).state is HandOffState.ON_HOLD, "a yes to one is none to the others"

    server.downloads.clear()
    bench.approvals.approve(SHOPPER, early.id, ApprovalRole.SHOPPER)
    bench.orders.hand_off(OPERATOR, order.id)
    go_on(bench, server)
    assert bench.handoff(order).state is HandOffState.IN_PRODUCTION
    assert {d.size_px for d in server.downloads} == {(397, 264), (560, 373), (397, 453), (560, 640)}


def test_a_partner_that_is_set_up_is_shown_before_the_approval_which_then_covers_it(far):
    bench, server, _ = far
    design = proofed(bench)
    shown = own_prints(bench, design)
    assert {(o.area, o.sizes) for o in shown} == {("front", ("S",)), ("front", ("3XL",)), ("back", ("S",))}
    server.downloads.clear()
    bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    order = ordered(bench, design, "printify", "late")
    go_on(bench, server)
    assert bench.handoff(order).state is HandOffState.IN_PRODUCTION, bench.handoff(order).reason
    fetched = {d.sha256 for d in server.downloads}
    assert {dict(o.hashes)["png"] for o in shown} < fetched, "the very files that were shown"
