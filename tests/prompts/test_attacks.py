"""A sentence is data: whatever it says, it stays in its place, and the frame around it stays as it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pod.model.brief import DesignBrief
from pod.model.errors import InputRefused
from pod.model.product import PrintArea
from prompts import compose, style
from prompts.compose import clauses
from prompts.dialects import DIALECTS, rendered
from tests.prompts.sets import HERE
from tests.prompts.test_compose import BANNED, NEGATIONS

TEE = PrintArea("front", 304.8, 406.4, target_ppi=300, min_ppi=150)
BADGE = style("badge")

ATTACKS = [
    re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), line).replace("\\n", "\n")
    for line in (HERE / "attacks.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("# ")
]
OF_THE_SUBJECT = {"subject", "ground", "ground_tag", "asked_size", "asked_product", "asked_colours"}
NEVER = re.compile(r"transparen|t-?\s?shirt|tee-?\s?shirt|mock-?\s?up|checkerboard|\bpng\b", re.IGNORECASE)
QUOTES = '“”"„‟«»「」＂'

every_attack = pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
every_family = pytest.mark.parametrize("family", DIALECTS)


def composed(subject: str, family: str = "sentences", **changes):
    return compose(replace(DesignBrief(subject, "tee", "badge"), **changes), BADGE, TEE, family=family)


def test_there_are_enough_attacks_and_none_twice():
    assert len(set(ATTACKS)) == len(ATTACKS) >= 50


@every_attack
@every_family
def test_the_frame_around_an_attack_is_the_frame_around_a_fox(attack, family):
    attacked, honest = composed(attack, family), composed("a fox", family)
    frame = {name: slot for name, slot in attacked.slots.items() if name not in OF_THE_SUBJECT}
    assert frame == {name: slot for name, slot in honest.slots.items() if name not in OF_THE_SUBJECT}
    assert (attacked.negative, attacked.inks, attacked.aspect) == (honest.negative, honest.inks, honest.aspect)
    calm = rendered(DIALECTS[family], {**attacked.slots, "subject": "a fox"})
    assert calm == rendered(
        DIALECTS[family], {**honest.slots, **{n: attacked.slots[n] for n in ("ground", "ground_tag")}}
    )


@every_attack
def test_an_attack_stays_inside_the_one_pair_of_quotes(attack):
    text = composed(attack).text
    assert (text.count("“"), text.count("”")) == (1, 1)
    quoted = text[text.index("“") + 1 : text.index("”")]
    assert quoted == composed(attack).slots["subject"]
    assert not set(quoted) & set(QUOTES)
    assert quoted.isprintable()


@every_attack
@every_family
def test_no_attack_gets_a_word_into_a_prompt_that_draws_a_product_or_a_checkerboard(attack, family):
    assert NEVER.findall(composed(attack, family).text) == []


@every_attack
@pytest.mark.parametrize("family", ["short", "short-negative", "tags", "tags-eight", "tags-nouns"])
def test_without_quotes_around_it_an_attack_is_no_option_no_weight_and_no_sentence_of_its_own(attack, family):
    text = composed(attack, family).text
    assert not re.search(r"--|[()\[\]{}<>|\\]|:\d|::|\bBREAK\b|\bAND\b| ,", text)
    before_the_frame = text[: text.index(composed("a fox", family).text.removeprefix("a fox")[:12])]
    assert not re.search(r"[.!?;](?:\s|$)", before_the_frame)


@pytest.mark.parametrize("finding", clauses())
@every_family
def test_what_went_wrong_is_said_more_strongly_in_words_for_what_is_to_be_seen(finding, family):
    prompt = compose(DesignBrief("a fox", "tee"), BADGE, TEE, family=family, stronger=(finding, finding))
    said = clauses()[finding].rstrip(".").lower()
    assert prompt.text.lower().count(said.replace(". ", ", ") if family.startswith("tags") else said) == 1
    assert re.findall(rf"\b(?:{'|'.join(BANNED + NEGATIONS)})\b", prompt.text, re.IGNORECASE) == []
    assert prompt.fingerprint != composed("a fox", family).fingerprint


def test_a_finding_without_a_clause_is_refused_by_name():
    with pytest.raises(InputRefused, match="bad_luck"):
        compose(DesignBrief("a fox", "tee"), BADGE, TEE, stronger=("bad_luck",))
