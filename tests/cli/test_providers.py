"""`pod providers`: where an image service may call back."""

from __future__ import annotations

SHOP = {"POD_PUBLIC_URL": "https://shop.example", "POD_SECRET_KEY": "k" * 32}
AT = "https://shop.example/callbacks/"


def addresses(said):
    return {p["name"]: p["callback_url"] for p in said.json["providers"] if "callback_url" in p}


def test_the_address_is_shown_for_those_that_call_back_also_before_they_are_set_up(run):
    shown = addresses(run("providers", "--json", **SHOP))
    assert sorted(shown) == ["evolink", "fal", "gemini_batch"]
    assert all(address.startswith(f"{AT}{name}/") for name, address in shown.items())
    said = run("providers", **SHOP).out
    assert all(address in said.replace("\n", "") for address in shown.values())


def test_it_stays_the_same_until_the_key_is_another(run):
    first, again = (addresses(run("providers", "--json", **SHOP)) for _ in range(2))
    other = addresses(run("providers", "--json", **{**SHOP, "POD_SECRET_KEY": "l" * 32}))
    assert first == again
    assert not set(first.values()) & set(other.values())


def test_without_https_there_is_none_and_no_key_is_made_for_it(run, tmp_path):
    assert addresses(run("providers", "--json")) == {}
    assert "call back" not in run("providers").out
    assert not (tmp_path / "data" / "secret.key").exists()


def test_a_wrong_setting_is_named_and_makes_no_adapter_look_broken(run):
    said = run("providers", exit_code=7, **{**SHOP, "POD_PUBLIC_URL": "shop"})
    assert "POD_PUBLIC_URL" in said.errors
    assert "broken" not in said.out
