"""What is set above a picture that no list of sayings has, and the picture that stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from pod.providers.embedded.designer import draw
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.voice import read_picture, voice_of


@pytest.mark.parametrize(
    ("sentence", "lines", "shown"),
    [
        ("runner crossing the finish line marathon 2026", ("marathon 2026",), "woman"),
        ("the Johnson family reunion 2026 with an oak tree", ("the Johnson family reunion 2026",), "oak tree"),
        ("the smith family est 2012", ("the smith family", "est 2012"), "circlet of leaves"),
        ("the garcia family tree with roots", ("the garcia family",), "tree of life"),
        (
            "sarah and mike wedding june 2026 with two rings",
            ("sarah and mike wedding", "june 2026"),
            "wedding rings",
        ),
        ("grandpa's garage vintage badge est 1962", ("grandpa's garage", "est 1962"), "wrench"),
        ("joe's pizza with a slice of pizza", ("joe's pizza",), "pizza"),
        ("nana's kitchen with a rolling pin", ("nana's kitchen",), "rolling pin"),
        ("chess club knight piece", ("chess club",), "chess knight"),
        ("riverside high school marching band trumpet", ("riverside high school marching band",), "trumpet"),
        ("barista life but first coffee", ("barista life but first coffee",), "cup of coffee"),
        ("skeleton drinking coffee but first coffee", ("but first coffee",), "skeleton"),
        ("love grows here with a potted plant", ("love grows here",), "potted plant"),
        ("just married emily and jack with a vintage car", ("just married emily and jack",), "vintage car"),
        ("wildflower wreath with the name Elsie inside", ("Elsie",), "circlet of wildflowers"),
        ("eucalyptus wreath with mr and mrs miller inside", ("mr and mrs miller",), "circlet of eucalyptus"),
        ("best dad ever with beard and mustache", ("best dad ever",), "man"),
        ("senior 2026 with a cap and diploma", ("senior 2026",), "graduation cap"),
        ("merry christmas with a tree and a dog", ("merry christmas",), "Christmas tree"),
        ("mountain bike club 2026 with mountains", ("mountain bike club 2026",), "bicycle"),
        ("beach please with flip flops", ("beach please",), "thong sandal"),
        ("bride to be with veil", ("bride to be",), "bride"),
        ("keep calm and bake sourdough", ("keep calm and bake sourdough",), "sourdough loaf"),
        ("i'm a beekeeper, bee kind", ("i'm a beekeeper, bee kind",), "honeybee"),
        ("plumbers do it under pressure, wrench and pipe", ("plumbers do it under pressure",), "wrench"),
        ("sailing boat and anchor grandpas crew", ("grandpas crew",), "sailboat"),
        ("book club drinking wine", ("book club",), "wine glass"),
        ("rose cottage with roses", ("rose cottage",), "thatched cottage"),
        (
            "merry christmas from the miller family 2024",
            ("merry christmas from the miller family 2024",),
            "Christmas tree",
        ),
        ("happy holidays from the garcia family", ("happy holidays from the garcia family",), "holly wreath"),
        ("the miller family reunion 2024", ("the miller family reunion 2024",), "oak tree"),
        ("volleyball mom number 12", ("volleyball mom · 12",), "volleyball"),
        ("hen do ibiza 2025 with palm trees", ("hen do ibiza 2025",), "palm tree"),
        ("teacher thank you card with apple and books", ("thank you",), "red apple"),
        ("lincoln middle school science club", ("lincoln middle school science club",), "test tube"),
        ("worlds okayest fisherman", ("worlds okayest fisherman",), "fishing pole"),
        ("garden club with watering can and roses", ("garden club",), "watering can"),
        ("the browns kitchen with whisk and rolling pin", ("the browns kitchen",), "whisk"),
        ("chess club with king and queen", ("chess club",), "chess king and queen"),
        ("carpenters measure twice cut once, saw and hammer", ("carpenters measure twice cut once",), "carpentry saw"),
        ("gone camping with tent", ("gone camping",), "tent"),
        ("baby shower emma with balloons", ("baby shower emma",), "bunch of balloons"),
        ("dog mom with paw print", ("dog mom",), "heart and paw print"),
        ("happy 40th birthday anna with balloons", ("happy 40th birthday anna",), "bunch of balloons"),
        ("happy 40th birthday anna with pink balloons", ("happy 40th birthday anna",), "matching balloons"),
        ("knitting club, a ball of yarn and two needles", ("knitting club",), "yarn and needles"),
        ("beer mug and pretzel with prost", ("prost",), "beer mug"),
    ],
)
def test_the_headline_is_set_and_the_picture_stays(
    library: MotifLibrary, sentence: str, lines: tuple[str, ...], shown: str
) -> None:
    voice = voice_of(sentence, library)
    assert (voice.lines, read_picture(voice, library).heroes[0].label) == (lines, shown)


@pytest.mark.parametrize(
    ("sentence", "both"),
    [
        ("taco tuesday with chili pepper", {"taco", "hot pepper"}),
        ("pizza friday with a glass of wine", {"pizza", "wine glass"}),
        ("hometown heroes softball league bat and glove", {"baseball bat", "baseball glove"}),
        ("the johnson family cabin est 1998 pine trees", {"log cabin", "evergreen tree"}),
    ],
)
def test_what_a_headline_names_is_shown_with_what_follows_it(
    library: MotifLibrary, sentence: str, both: set[str]
) -> None:
    understood = read_picture(voice_of(sentence, library), library)
    assert both <= {choice.label for choice in (understood.heroes[0], *understood.companions)}


def test_a_name_stands_in_its_wreath(data_dir) -> None:
    design = draw("wildflower wreath with the name Elsie inside", data_dir=data_dir, seed=0)
    box, ink = design.slots[0].box, design.drawing.ink_box()
    assert design.layout == "wreath"
    assert abs(box.centre[1] * 4096 - ink.centre[1]) < 0.1 * ink.height


@pytest.mark.parametrize(
    "sentence", ["wreath with a fox inside", "a cat in a mug with a spoon", "fox in a floral wreath"]
)
def test_what_is_to_be_seen_is_no_headline(library: MotifLibrary, sentence: str) -> None:
    assert voice_of(sentence, library).lines == ()


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("the smith family est 2012 oak tree", ("the smith family", "est 2012")),
        ("teacher apple pencils and books best teacher ever mrs miller", ("best teacher ever mrs miller",)),
        ("chicken crossing the road why not", ("why not",)),
        ("team bride hen party 2025 pink", ("team bride hen party 2025",)),
        ("baseball team tigers with a bat", ("tigers",)),
        ("lucky number 7 with dice and horseshoe", ("lucky number 7",)),
        ("game night with dice and cards", ("game night",)),
        ("tired as a mother with coffee", ("tired as a mother",)),
        ("psalm 23 with mountains", ("psalm 23",)),
        ("the adventure begins with a backpack and map", ("the adventure begins",)),
        ("life begins with coffee", ("life begins with coffee",)),
        ("cool dads club", ("cool dads club",)),
        ("dogs welcome people tolerated with paw print", ("dogs welcome people tolerated",)),
    ],
)
def test_no_more_is_set_than_is_said(library: MotifLibrary, sentence: str, lines: tuple[str, ...]) -> None:
    assert voice_of(sentence, library).lines == lines


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("mug and donut", {"coffee mug", "pink doughnut"}),
        ("the anderson family cabin with bears", {"log cabin", "bear"}),
        ("proud mom of a graduate with cap and tassel", {"graduation cap"}),
    ],
)
def test_only_what_is_shown_is_drawn(library: MotifLibrary, sentence: str, shown: set[str]) -> None:
    understood = read_picture(voice_of(sentence, library), library)
    assert {choice.label for choice in (understood.heroes[0], *understood.companions)} == shown


def test_a_bride_and_a_pet_have_no_pennant(data_dir: Path) -> None:
    for sentence in ("team bride with a diamond ring", "a corgi named biscuit wearing a party hat"):
        layouts = {
            draw(sentence, data_dir=data_dir, seed=seed, cloth_rgb="#f4f1ea").facts["layout"] for seed in range(8)
        }
        assert "pennant" not in layouts
