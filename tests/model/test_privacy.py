"""Addresses in others' words, however they are spelled; and whose an address is."""

from __future__ import annotations

import pytest

from pod.model.order import ShipTo
from pod.model.privacy import is_of, without_address

TO = ShipTo("Zoë O'Hara", "1 Test Street", "Leeds", "GB", "LS1 4AB", email="zoe@post.example", phone="+44 113 496 0000")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Address 1 Test Street, Leeds, LS1 4AB is unknown.", "Address (street), Leeds, (postcode) is unknown."),
        ("1  TEST street / ls14ab", "(street) / (postcode)"),
        ('{"name":"zoë o\'hara","email":"zoe@post.example"}', '{"name":"(name)","email":"(mail)"}'),
        ("phone 441134960000 is not valid", "phone (phone) is not valid"),
        ("Item 1 test streetwear is sold out.", "Item 1 test streetwear is sold out."),
        ("The blank is sold out.", "The blank is sold out."),
    ],
)
def test_an_address_is_left_out_and_everything_else_is_kept(said, kept):
    assert without_address(said, TO) == kept


def test_what_is_too_short_to_lead_to_anybody_takes_no_words_away():
    assert without_address("1 of 2 is A.", ShipTo("A", "1", "B", "GB", "2")) == "1 of 2 is A."


@pytest.mark.parametrize(
    ("wanted", "theirs"),
    [
        ("ZOE@post.example ", True),
        ("zoe@post.example.org", False),
        ("1 test street, ls1 4ab", True),
        ("Zoë O'Hara, 1 Test Street, Leeds LS1-4AB", True),
        ("1 Test Street", False),
        ("11 Test Street, LS1 4AB", False),
        ("Zoë O'Hara", False),
        ("", False),
    ],
)
def test_only_a_mail_or_a_street_with_its_postcode_says_whose_it_is(wanted, theirs):
    assert is_of(wanted, TO) is theirs
