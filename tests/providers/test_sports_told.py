"""Sports, trades and acts as shoppers type them are read as what is seen of them; a print on a ball is that of its team."""

import pytest

from pod.providers.embedded.gallery import GALLERY, NAMES
from pod.providers.embedded.printed import with_its_ball
from pod.providers.embedded.retold import retold


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("boxer throwing a punch", "man boxing"),
        ("boxer dog", "boxer dog"),
        ("karate kick", "karateka kicking high"),
        ("skateboarder doing a kickflip", "skateboarder jumping"),
        ("boy playing basketball dunk", "boy dunking"),
        ("woman doing pilates", "woman doing yoga"),
        ("rock climbing girl", "girl rock climbing"),
        ("rock drummer", "drummer"),
        ("trucker and his truck", "trucker"),
        ("tattoo artist at work", "tattoo artist"),
        ("firefighter saving a cat", "firefighter holding a cat"),
        ("hockey player with a stick", "hockey player"),
        ("ice hockey girl", "girl playing ice hockey"),
        ("motocross rider jumping", "man jumping on a motorcycle"),
        ("pizza chef tossing dough", "chef tossing pizza"),
        ("pickleball paddle and ball crossed", "crossed pickleball paddles with a ball"),
        ("rock climber on a cliff", "rock climber"),
        ("dirt bike rider", "man jumping on a motorcycle"),
        ("red eared slider", "turtle"),
        ("cricket batsman hitting a six", "cricketer batting"),
        ("nurse in blue scrubs", "nurse in blue scrubs"),
        ("swimmer doing butterfly", "swimmer swimming"),
        ("trombone player jazz", "trombone player"),
        ("golf swing", "golf player"),
        ("horse jumping with rider", "show jumper"),
        ("ballerina pirouette", "ballerina dancing"),
    ],
)
def test_an_act_is_told_plainly(said, plainly):
    assert retold(said) == plainly


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("soccer mom leopard print", "leopard print soccer ball, soccer mom"),
        ("baseball mama in cheetah print", "cheetah print baseball, baseball mama"),
        ("leopard print heart", "leopard print heart"),
        ("soccer mom", "soccer mom"),
    ],
)
def test_a_teams_print_is_on_its_ball(said, told):
    assert with_its_ball(said) == told


@pytest.mark.parametrize("said", ["pickleball paddles", "crossed pickleball paddles and ball", "two ping pong paddles"])
def test_paddles_are_drawn_crossed(said):
    assert NAMES[said] in GALLERY
