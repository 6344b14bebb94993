"""Whoever types what nothing shows sees, before anything is chosen, that the words will be set, and why."""

from __future__ import annotations

from markupsafe import escape


def test_the_page_and_the_api_say_which_words_are_set_and_why(shop, shopper):
    design_id = shop.drawn(subject="zxqv <b>blorp")
    (candidate,) = shopper.get(f"/api/v1/designs/{design_id}").json["candidates"]
    assert candidate["words"].lower() == "zxqv <b>blorp"
    assert candidate["notes"][0].startswith("No picture was found for this sentence, so its own words are set")
    page = shopper.get(f"/d/{design_id}").get_data(as_text=True)
    assert f"With the words “{escape(candidate['words'])}”" in page
    assert "Give it other words, or name an animal" in page


def test_the_page_shows_the_drawing_with_them_set_and_the_api_has_both_pictures(shop, shopper):
    design_id = shop.drawn(subject="zxqv blorp")
    (candidate,) = shopper.get(f"/api/v1/designs/{design_id}").json["candidates"]
    assert candidate["worded"]["sha256"] != candidate["picture"]["sha256"]
    page = shopper.get(f"/d/{design_id}").get_data(as_text=True)
    assert candidate["worded"]["url"] in page
    assert candidate["picture"]["url"] not in page
    assert shopper.get(candidate["worded"]["url"]).mimetype == "image/webp"


def test_where_other_words_were_asked_for_none_of_the_drawings_own_are_announced(shop, shopper):
    design_id = shop.drawn(subject="zxqv blorp", lettering="READ ON")
    (candidate,) = shopper.get(f"/api/v1/designs/{design_id}").json["candidates"]
    assert (candidate["words"], candidate["worded"]) == ("", None)
    assert "With the words" not in shopper.get(f"/d/{design_id}").get_data(as_text=True)
