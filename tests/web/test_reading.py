"""Bodies, forms and queries that lie, swell, repeat themselves or ask for what is not there."""

from __future__ import annotations

import io
import json
import random

import pytest
from PIL import Image

import prompts
from tests.web.shop import a_brief, a_picture, an_order, assert_problem, sent

DESIGNS, UPLOADS = "/api/v1/designs", "/api/v1/uploads"


def post(browser, text, address=DESIGNS, **more):
    return browser.post(address, data=text, **{"content_type": "application/json", **more})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"subject": "a fox", "subject": "a badger", "product": "tee"}', "“subject” stands in it twice"),
        ('{"product": "tee", "palette": {"a": 1, "a": 2}}', "“a” stands in it twice"),
        ('{"product": "tee", "seed": NaN}', "NaN is no number"),
        ('{"product": "tee", "seed": -Infinity}', "-Infinity is no number"),
        ('{"product": "tee", "seed": ' + "9" * 5000 + "}", "JSON"),
        ("[" * 100_000, "deeply"),
        ('{"a":' * 40_000, "deeply"),
        ("[]", "no object"),
        ("null", "no object"),
        ('"{\\"product\\": \\"tee\\", \\"subject\\": \\"a fox\\"}"', "no object"),
        ('{"product": "tee"} {}', "Extra data"),
        ("", "JSON"),
        ('{"product": "tee",}', "JSON"),
        ("{'product': 'tee'}", "JSON"),
    ],
)
def test_json_is_read_to_the_letter(shopper, text, words):
    assert_problem(post(shopper, text), 400, "not_readable", words)


@pytest.mark.parametrize("charset", ["utf-16", "utf-32", "latin-1", "cp037"])
def test_json_is_utf_8_whatever_a_header_says(shopper, charset):
    text = json.dumps(a_brief(subject="ein Fuchs im Grünen"), ensure_ascii=False).encode(charset)
    assert_problem(post(shopper, text, content_type=f"application/json; charset={charset}"), 400, "not_readable")


def test_a_byte_order_mark_is_no_json(shopper):
    assert_problem(post(shopper, b"\xef\xbb\xbf" + json.dumps(a_brief()).encode()), 400, "BOM")


def test_a_lone_surrogate_is_no_name_of_anything(shopper):
    assert_problem(post(shopper, '{"product": "tee", "\\ud800": 1}'), 422)


def test_a_hundred_thousand_of_anything_get_a_short_answer(shopper):
    names = json.dumps({f"n{n}": 1 for n in range(20_000)})
    lines = json.dumps({"external_ref": "x", "ship_to": {}, "items": [{}] * 60_000})
    placements = json.dumps(a_brief(placements=["f"] * 30_000))
    inks = json.dumps(a_brief(palette=["x"] * 40_000))
    for text, address in [(names, DESIGNS), (lines, "/api/v1/orders"), (placements, DESIGNS), (inks, DESIGNS)]:
        answer = post(shopper, text, address)
        assert_problem(answer, 422)
        assert len(answer.data) < 40_000


def test_a_name_of_a_hundred_thousand_letters_is_not_said_again(shopper):
    assert len(post(shopper, json.dumps({"product": "tee", "n" * 100_000: 1})).data) < 2_000


@pytest.mark.parametrize("tail", ["", "/edits"])
def test_words_that_no_shirt_could_hold_are_not_screened_for_a_minute(shopper, monkeypatch, tail):
    monkeypatch.setattr(prompts, "screen", lambda _: pytest.fail("screened"))
    body = a_brief(lettering="a " * 60_000) if not tail else {"lettering": "a " * 60_000}
    assert_problem(shopper.post(f"{DESIGNS}{f'/{0:032}' if tail else ''}{tail}", json=body), 422, "500")


def test_an_order_of_very_many_lines_is_refused_before_they_are_looked_up(shop, shopper):
    order = an_order(shop.approved()["current_version_id"])
    assert_problem(shopper.post("/api/v1/orders", json={**order, "items": order["items"] * 201}), 422, "200")


@pytest.mark.parametrize(
    ("method", "address", "name"),
    [
        ("POST", f"{DESIGNS}?candidates=9", "candidates"),
        ("GET", "/api/v1/products?sku=tee", "sku"),
        ("GET", "/api/v1/styles?", ""),
        ("POST", "/api/v1/checks?file=x", "file"),
    ],
)
def test_a_query_that_nobody_asks_for_is_refused(shopper, method, address, name):
    body = {"GET": {}, "POST": sent(a_picture()) if "checks" in address else {"json": a_brief()}}[method]
    answer = shopper.open(address, method=method, **body)
    if not name:
        assert answer.status_code == 200
        return
    body = assert_problem(answer, 422)
    assert name in [line["where"] for line in body["problems"]]


@pytest.mark.parametrize("query", ["limit=1&limit=2", "q=a&q=b"])
def test_a_query_that_says_two_things_is_refused(shop, query):
    assert_problem(shop.browser().get(f"{DESIGNS}?{query}", headers=shop.key()), 422, "given_twice")


@pytest.mark.parametrize("query", ["state=aproved", "q=" + "x" * 201, "product=" + "x" * 201, "cursor=" + "x" * 201])
def test_a_list_is_not_asked_for_what_it_cannot_have(shop, query):
    assert_problem(shop.browser().get(f"{DESIGNS}?{query}", headers=shop.key()), 422, query.split("=")[0])


def test_a_body_where_none_is_asked_for_must_be_empty(shop, shopper):
    address = f"/api/v1/orders/{'0' * 32}/mark-paid"
    assert_problem(shopper.post(address, json={"amount": 5}, headers=shop.key()), 422, "amount")
    assert_problem(shopper.post(address, data="amount=5", headers=shop.key()), 415)
    for nothing in ({}, {"json": {}}, {"data": "", "content_type": "text/plain"}):
        assert_problem(shopper.post(address, headers=shop.key(), **nothing), 404)


@pytest.mark.parametrize(
    ("address", "wrong", "wanted"),
    [
        (DESIGNS, {"data": {"product": "tee"}}, "application/json"),
        (DESIGNS, sent(b""), "application/json"),
        (DESIGNS, {"data": "{}", "content_type": "text/plain"}, "application/json"),
        (UPLOADS, {"json": {"file": "x"}}, "multipart/form-data"),
        (UPLOADS, {"data": a_picture(), "content_type": "image/png"}, "multipart/form-data"),
    ],
)
def test_another_kind_of_body_is_told_which_is_wanted(shopper, address, wrong, wanted):
    assert_problem(shopper.post(address, **wrong), 415, "media_type", wanted)


def in_chunks(data: bytes) -> dict:
    """A body whose length nobody has said, as gunicorn hands it on."""
    environ = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input": io.BytesIO(data)}
    return {"environ_overrides": {**environ, "CONTENT_LENGTH": ""}, "content_type": "application/json"}


def test_a_body_in_chunks_is_held_to_the_same_size(shopper):
    assert shopper.post(DESIGNS, **in_chunks(json.dumps(a_brief()).encode())).status_code == 202
    assert_problem(shopper.post(DESIGNS, **in_chunks(json.dumps(a_brief(subject="x" * 300_000)).encode())), 413)


@pytest.mark.parametrize("length", ["10", "100000", "-5", "many"])
def test_a_length_that_lies_is_no_reason_to_fail(shopper, length):
    data = json.dumps(a_brief()).encode()
    answer = shopper.post(
        DESIGNS,
        environ_overrides={"wsgi.input": io.BytesIO(data), "CONTENT_LENGTH": length},
        content_type="application/json",
    )
    assert_problem(answer, 400)


def form(*parts: tuple[str, bytes], boundary: str = "cut") -> dict:
    """A multipart body of parts (header line, content)."""
    lines = b"".join(b"--cut\r\n" + head.encode("utf-8") + b"\r\n\r\n" + data + b"\r\n" for head, data in parts)
    return {"data": lines + b"--cut--\r\n", "content_type": f"multipart/form-data; boundary={boundary}"}


FILE = 'Content-Disposition: form-data; name="file"; filename="a.png"'
WORD = 'Content-Disposition: form-data; name="file"'


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([(FILE, a_picture()), (FILE, a_picture())], "given_twice"),
        ([(FILE, a_picture()), (WORD, b"text")], "given_twice"),
        ([(WORD, b"text")], "as a file"),
        ([(WORD, b"[" * 5_000)], "5000 characters"),
        ([('Content-Disposition: form-data; name="other"; filename="b.png"', a_picture())], "other"),
        ([(FILE, a_picture()), ('Content-Disposition: form-data; name="other"', b"x")], "other"),
        ([("Content-Disposition: form-data", b"x")], "file"),
        ([("X-Nothing: 1", a_picture())], "file"),
        ([], "file"),
    ],
    ids=["two files", "file and text", "text", "deep text", "other file", "other text", "no name", "no disposition", "nothing"],
)  # fmt: skip
def test_a_form_holds_one_file_and_nothing_else(shopper, parts, words):
    assert_problem(shopper.post(UPLOADS, **form(*parts)), 422, words)


def test_a_form_of_many_parts_or_much_text_is_not_read_to_its_end(shopper):
    word = 'Content-Disposition: form-data; name="n{}"'
    assert_problem(shopper.post(UPLOADS, **form(*((word.format(n), b"x") for n in range(50)))), 413)
    assert_problem(shopper.post(UPLOADS, **form((word.format(1), b"x" * 600_000))), 413)


def test_a_picture_as_large_as_cameras_make_them_goes_through(shopper):
    """Many times larger than what is read at once."""
    noise = io.BytesIO()
    Image.frombytes("RGB", (1200, 1200), random.Random(7).randbytes(1200 * 1200 * 3)).save(noise, "PNG")
    assert len(noise.getvalue()) > 4_000_000
    made = shopper.post(UPLOADS, **sent(noise.getvalue()))
    assert (made.status_code, made.json["width_px"]) == (201, 1200)


@pytest.mark.parametrize("boundary", ["other", "", '"', "c" * 5000])
def test_a_form_with_the_wrong_boundary_holds_nothing(shopper, boundary):
    answer = shopper.post(UPLOADS, **form((FILE, a_picture()), boundary=boundary))
    assert answer.status_code in (400, 413, 422)
    assert_problem(answer, answer.status_code)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\\\windows\\\\me.png", "me.png"),
        ("a\x01\u202egnp.exe.png", "agnp.exe.png"),
        ("x" * 500, "x" * 120),
        ("", ""),
        ("été.png", "été.png"),
    ],
)
def test_a_file_keeps_no_more_of_its_name_than_can_be_shown(shopper, name, kept):
    made = shopper.post(
        UPLOADS, **form((f'Content-Disposition: form-data; name="file"; filename="{name}"', a_picture()))
    )
    assert (made.status_code, made.json["name"]) == (201, kept)


@pytest.mark.parametrize("text", ["NaN", "1e999", "true", "[1]", '{"a": 1}', "null", "1"])
def test_a_form_text_that_looks_like_json_is_no_product(shopper, text):
    assert_problem(shopper.post("/api/v1/preflights", **sent(a_picture(), product=text)), 422)
