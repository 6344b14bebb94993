"""Orders in a CSV file: a spreadsheet's habits are understood, and everything wrong is named by its row."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fulfillment.shops.written import COLUMNS, orders_from_csv
from pod.model.errors import InputRefused, Problems
from pod.model.shoporder import Payment, ShopLine

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
DESIGN = "0123456789abcdef0123456789abcdef"
HEAD = ",".join(COLUMNS)
TO = "A. Reader,1 Long Street,,London,,N1 1AA,gb,a@reader.example,"


def read(*rows: str, head: str = HEAD):
    return orders_from_csv("\n".join((head, *rows)).encode(), NOW)


def test_the_rows_of_an_order_are_its_lines():
    [first, second] = read(
        f"A-1,tee/M/navy,2,{DESIGN},yes,{TO}",
        "A-1,tee/L/navy,1,,,,,,,,,,,",
        f"A-2,mug-11oz/one/white,1,{DESIGN}.3,no,{TO}",
    )
    assert first.lines == (ShopLine("1", "tee/M/navy", 2, "", DESIGN), ShopLine("2", "tee/L/navy", 1))
    assert (first.payment, first.ship_to.country, first.changed_at) == (Payment.PAID, "GB", NOW)
    assert (second.payment, second.lines[0].design) == (Payment.UNPAID, f"{DESIGN}.3")


def test_a_buyers_own_words_are_a_column():
    [order] = read("A-1,tee/M/navy,2,OLIVIA", "A-1,tee/L/navy,1,", head="order,sku,quantity,words")
    assert [line.lettering for line in order.lines] == ["OLIVIA", ""]


@pytest.mark.parametrize("mark", [";", "\t", ","])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_a_spreadsheets_own_commas_and_marks_are_understood(mark, start):
    data = start + "\r\n".join([mark.join(("Order", " SKU", "quantity")), mark.join(("A-1", "tee/M/navy", "2")), ""])
    [order] = orders_from_csv(data.encode(), NOW)
    assert order.lines == (ShopLine("1", "tee/M/navy", 2),)


def test_every_row_that_is_wrong_is_named_and_none_is_taken():
    with pytest.raises(Problems) as refused:
        read(
            f"A-1,tee/M/navy,two,{DESIGN},yes,{TO}",
            f",,0,nothing,perhaps,{TO}",
            f"A-3,tee/M/navy,1,{DESIGN},yes,{TO}",
            "A-3,tee/M/navy,1,,no,,,,,,,,,",
        )
    assert [where for where, _ in refused.value.problems] == ["row 2", *["row 3"] * 5, "row 4"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no column"),
        (HEAD.encode(), "no rows"),
        (b"order,sku\nA,b", "no column quantity"),
        (b"order,sku,quantity,colour\nA,b,1,red", "'colour' that nobody knows"),
        ("order,sku,quantity\nA,té,1".encode("latin-1"), "not UTF-8"),
        (b'order,sku,quantity\n"A,b,1', "not CSV"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8"),
    ],
)
def test_what_is_no_such_file_is_refused_in_words(data, said):
    with pytest.raises(InputRefused, match=said):
        orders_from_csv(data, NOW)
