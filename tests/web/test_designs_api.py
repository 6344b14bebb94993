"""Designs over HTTP: asked for once, polled cheaply, chosen, changed, approved, deleted."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from PIL import Image

from tests.web.shop import SENTENCE, a_brief, a_picture, assert_problem, sent


def test_a_sentence_is_accepted_with_the_ways_to_go_on(shopper):
    answer = shopper.post("/api/v1/designs", json=a_brief())
    assert answer.status_code == 202
    assert answer.json["state"] == "briefed"
    assert answer.headers["Location"] == answer.json["links"]["self"] == f"/api/v1/designs/{answer.json['id']}"


def test_a_waiting_page_is_told_when_to_ask_again_and_a_finished_one_not_to(shop, shopper):
    address = shopper.post("/api/v1/designs", json=a_brief()).json["links"]["self"]
    waiting = shopper.get(address).json
    assert waiting["next_poll_s"] > 0
    assert waiting["progress"]["text"]
    shop.services.runner.drain()
    finished = shopper.get(address).json
    assert (finished["state"], finished["next_poll_s"]) == ("artwork_ready", 0)
    assert finished["progress"] == {"done": 1, "total": 1, "text": ""}


def test_a_drawn_candidate_can_be_looked_at(shop, shopper):
    shown = shopper.get(f"/api/v1/designs/{shop.drawn()}").json
    [candidate] = shown["candidates"]
    assert candidate["state"] == "ready"
    assert candidate["checks"]["not_measured"]
    for name, media_type in (("picture", "image/webp"), ("artwork", "image/png"), ("vector", "image/svg+xml")):
        picture = shopper.get(candidate[name]["url"])
        assert (picture.status_code, picture.mimetype) == (200, media_type)
        assert len(picture.data) == candidate[name]["bytes"]


def test_every_change_makes_another_etag(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    before = shopper.get(address).headers["ETag"]
    shopper.post(f"{address}/choose", json={"candidate": 1})
    after = shopper.get(address, headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after.headers["ETag"] != before


def test_an_old_etag_does_not_keep_addresses_of_pictures_that_have_expired(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    first = shopper.get(address)
    shop.watch.ahead += timedelta(hours=13)
    later = shopper.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert later.status_code == 200
    old, new = (a.json["candidates"][0]["picture"]["url"] for a in (first, later))
    assert shopper.get(old).status_code == 410
    assert shopper.get(new).status_code == 200


def test_pictures_keep_their_address_from_one_poll_to_the_next(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    assert shopper.get(address).json["candidates"] == shopper.get(address).json["candidates"]


def test_choosing_editing_and_approving_make_versions_with_what_was_said_yes_to(shop, shopper):
    shown = shop.proofed(lettering="READ ON")
    address = shown["links"]["self"]
    approval = shopper.post(f"{address}/approve", json={}).json
    assert approval["role"] == "shopper"
    assert approval["print_files"] == {"front.png": shown["files"]["files"][0]["file"]["sha256"]}
    assert shopper.get(address).json["state"] == "approved"

    edited = shopper.post(f"{address}/edits", json={"lettering": "READ MORE"})
    assert (edited.status_code, edited.json["state"]) == (202, "made")
    assert (edited.json["version"]["n"], edited.json["version"]["lettering"]) == (2, "READ MORE")
    versions = shopper.get(f"{address}/versions").json["items"]
    assert [(v["n"], len(v["approvals"])) for v in versions] == [(1, 1), (2, 0)]


def test_what_goes_round_an_edge_is_refused_where_there_is_none(shop, shopper):
    body = {"subject": "a fox", "product": "tee", "wrap": "image"}
    assert_problem(shopper.post("/api/v1/designs", json=body), 422, "no edge that a picture goes round")
    assert_problem(shopper.post("/api/v1/designs", json=body | {"wrap": "folded"}), 422, "image")
    address = shop.proofed()["links"]["self"]
    assert_problem(shopper.post(f"{address}/edits", json={"wrap": "colour"}), 422, "no edge")
    assert_problem(shopper.post(f"{address}/looks", json={"wrap": "colour"}), 422, "no edge")
    assert shopper.post(f"{address}/edits", json={"wrap": "mirror"}).json["version"]["wrap"] == "mirror"


def test_an_older_versions_files_stay_where_they_were(shop, shopper):
    shown = shop.proofed()
    address = shown["links"]["self"]
    shopper.post(f"{address}/edits", json={"cloth": "black"})
    assert shopper.get(f"{address}/files").json["files"] == []
    older = shopper.get(f"{address}/files", query_string={"version": shown["current_version_id"]}).json
    assert older == shown["files"]


def test_print_files_are_saved_under_a_name_that_says_what_they_are(shop, shopper):
    [made] = shop.proofed()["files"]["files"]
    saved = shopper.get(made["file"]["url"])
    assert "attachment" in saved.headers["Content-Disposition"]
    assert "tee-front.png" in saved.headers["Content-Disposition"]


def test_the_shops_approval_is_the_shops_to_give(shop, shopper):
    address = shop.proofed()["links"]["self"]
    assert_problem(shopper.post(f"{address}/approve", json={"role": "shop"}), 403)
    assert shopper.post(f"{address}/approve", json={"role": "shop"}, headers=shop.key()).status_code == 200


def test_where_both_must_approve_one_yes_is_not_enough(open_shop):
    shop = open_shop(POD_APPROVALS="both")
    address, browser = shop.proofed()["links"]["self"], shop.browser()
    browser.post(f"{address}/approve", json={})
    assert browser.get(address).json["state"] == "proof_ready"
    browser.post(f"{address}/approve", json={"role": "shop"}, headers=shop.key())
    assert browser.get(address).json["state"] == "approved"


def test_a_rejection_keeps_its_reason(shop, shopper):
    address = shop.proofed()["links"]["self"]
    answer = shopper.post(f"{address}/reject", json={"reason": "The moon is too big."})
    assert (answer.json["state"], answer.json["reason"]) == ("rejected", "The moon is too big.")


def test_what_cannot_be_done_now_is_a_conflict_that_says_why(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    assert_problem(shopper.post(f"{address}/approve", json={}), 409, "artwork ready")
    assert_problem(shopper.post(f"{address}/edits", json={"lettering": "A"}), 409, "No candidate")
    assert_problem(shopper.post(f"{address}/choose", json={"candidate": 9}), 404, "no candidate 9")


@pytest.mark.parametrize("name", ["cursor", "0" * 32])
def test_a_design_that_there_is_none_of_cannot_be_deleted(shop, name):
    assert_problem(shop.browser().delete(f"/api/v1/designs/{name}", headers=shop.key()), 404, "no_design")


def test_a_deleted_design_is_gone_for_its_link_and_remembered_by_the_shop(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    assert shopper.delete(address).status_code == 204
    assert_problem(shopper.get(address), 410, "deleted")
    assert shopper.get(address, headers=shop.key()).json["state"] == "archived"


def test_lists_go_page_by_page_and_count_states(shop):
    key, browser = shop.key(), shop.browser()
    made = [browser.post("/api/v1/designs", json=a_brief(subject=f"{SENTENCE} {n}")).json["id"] for n in range(3)]
    first = browser.get("/api/v1/designs?limit=2", headers=key).json
    second = browser.get(f"/api/v1/designs?limit=2&cursor={first['next_cursor']}", headers=key).json
    assert sorted(d["id"] for d in first["items"] + second["items"]) == sorted(made)
    assert (first["counts"], second["next_cursor"]) == ({"briefed": 3}, "")


@pytest.mark.parametrize("query", ["cursor=nonsense", "limit=0", "limit=201", "limit=x", "colour=red"])
def test_a_list_that_is_asked_for_wrongly_says_so(shop, query):
    assert_problem(shop.browser().get(f"/api/v1/designs?{query}", headers=shop.key()), 422)


def test_a_picture_that_was_never_uploaded_is_refused_at_the_door(shop, shopper):
    assert_problem(shopper.post("/api/v1/designs", json=a_brief(artwork="0" * 32)), 404)
    assert shopper.get("/api/v1/designs", headers=shop.key()).json["items"] == []


def test_a_design_of_ones_own_picture_is_not_drawn(shop, shopper):
    upload = shopper.post("/api/v1/uploads", **sent(a_picture(1200, 1200))).json
    address = shopper.post("/api/v1/designs", json=a_brief(subject="", artwork=upload["id"])).json["links"]["self"]
    shop.services.runner.drain()
    [candidate] = shopper.get(address).json["candidates"]
    assert (candidate["state"], candidate["width_px"]) == ("ready", 1200)


# --- looks, versions gone back to, another try


def test_a_look_shows_a_change_and_makes_no_version(shop, shopper):
    shown = shop.proofed(lettering="READ ON")
    address = shown["links"]["self"]
    looks = [
        shopper.post(f"{address}/looks", json={"lettering": words, "cloth": "black"})
        for words in ("READ MORE", "ÉTÉ & SUN")
    ]
    for look in looks:
        assert (look.status_code, look.mimetype) == (200, "image/webp")
        with Image.open(io.BytesIO(look.data)) as picture:
            assert (picture.mode, picture.width) == ("RGB", 900)
    assert looks[0].data != looks[1].data
    assert [v["lettering"] for v in shopper.get(f"{address}/versions").json["items"]] == ["READ ON"]
    assert shopper.get(address).json["state"] == "proof_ready"


def test_a_layer_is_the_art_alone_in_the_frame_of_the_empty_product(shop, shopper):
    address = shop.proofed(lettering="READ ON")["links"]["self"]
    layer = shopper.post(f"{address}/looks", json={"layer": True})
    empty = shopper.get("/pictures/tee/front/navy.webp")
    with Image.open(io.BytesIO(layer.data)) as art, Image.open(io.BytesIO(empty.data)) as product:
        assert (art.mode, art.size) == ("RGBA", product.size)
        left, top, right, bottom = art.getchannel("A").getbbox()
    assert 0 < left < right < art.width
    assert 0 < top < bottom < art.height


def test_a_look_at_what_cannot_be_made_says_why(shop, shopper):
    address = shop.proofed()["links"]["self"]
    assert_problem(shopper.post(f"{address}/looks", json={"lettering": "SUN 🌞"}), 422, "Emoji")
    assert_problem(shopper.post(f"{address}/looks", json={"cloth": "plaid"}), 422, "plaid")
    undecided = f"/api/v1/designs/{shop.design()}"
    assert_problem(shopper.post(f"{undecided}/looks", json={}), 409, "No candidate")


def test_looks_are_counted_apart_from_work(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    answers = [shopper.post(f"{address}/looks", json={}).status_code for _ in range(121)]
    assert (set(answers[:120]), answers[120]) == ({409}, 429)


def test_an_older_version_is_gone_back_to_by_a_new_one(shop, shopper):
    shown = shop.proofed(lettering="READ ON")
    address, first = shown["links"]["self"], shown["current_version_id"]
    shopper.post(f"{address}/edits", json={"lettering": "READ MORE", "cloth": "black"})
    back = shopper.post(f"{address}/restore", json={"version": first})
    assert (back.status_code, back.json["n"], back.json["lettering"]) == (202, 3, "READ ON")
    assert back.json["recipe_sha256"] == shown["version"]["recipe_sha256"]
    assert back.json["approvals"] == []


def test_going_back_to_where_one_is_changes_nothing(shop, shopper):
    shown = shop.proofed()
    back = shopper.post(f"{shown['links']['self']}/restore", json={"version": shown["current_version_id"]})
    assert back.json["id"] == shown["current_version_id"]
    assert shopper.get(shown["links"]["self"]).json["state"] == "proof_ready"


def test_a_version_of_another_design_is_not_gone_back_to(shop, shopper):
    ours, theirs = shop.proofed(), shop.proofed(lettering="THEIRS")
    answer = shopper.post(f"{ours['links']['self']}/restore", json={"version": theirs["current_version_id"]})
    assert_problem(answer, 404)


def test_an_edit_that_changes_nothing_makes_no_version(shop, shopper):
    shown = shop.proofed(lettering="READ ON")
    same = shopper.post(f"{shown['links']['self']}/edits", json={"lettering": "READ ON", "cloth": "navy"})
    assert same.json["version"]["id"] == shown["current_version_id"]


def test_an_edit_takes_the_place_of_one_that_is_still_being_prepared(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    shopper.post(f"{address}/choose", json={"candidate": 1})
    last = [shopper.post(f"{address}/edits", json={"lettering": words}).json["version"] for words in ("ONE", "TWO")][-1]
    shop.services.runner.drain()
    shown = shopper.get(address).json
    assert (shown["current_version_id"], shown["version"]["lettering"]) == (last["id"], "TWO")
    assert shown["files"]["proofs"]
    versions = shopper.get(f"{address}/versions").json["items"]
    skipped = [shopper.get(f"{address}/files?version={v['id']}").json["files"] for v in versions[:-1]]
    assert skipped == [[], []], "nothing is prepared for what nobody waits for"


def test_a_yes_names_what_was_looked_at(shop, shopper):
    shown = shop.proofed()
    address = shown["links"]["self"]
    assert_problem(shopper.post(f"{address}/approve", json={"version": "0" * 32}), 409, "changed since")
    assert shopper.post(f"{address}/approve", json={"version": shown["current_version_id"]}).status_code == 200
    again = shopper.post(f"{address}/approve", json={"version": shown["current_version_id"]})
    assert (again.status_code, shopper.get(address).json["state"]) == (200, "approved")


def test_there_is_another_try_only_where_something_failed(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    assert_problem(shopper.post(f"{address}/retry"), 409, "nothing_failed")
    assert shopper.get(address).json["state"] == "artwork_ready"


def test_a_candidate_says_in_which_style_it_was_drawn(shop, shopper):
    shown = shopper.get(f"/api/v1/designs/{shop.drawn(style='retro-sunset')}").json
    assert [c["style"] for c in shown["candidates"]] == ["retro-sunset"]
