"""How athletes stand at what they do: where head, trunk and limbs are, what they wear and play with. Rows."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.characters import balls
from pod.providers.embedded.characters import build_gear as gear
from pod.providers.embedded.characters import build_track as track
from pod.providers.embedded.characters import build_water as water
from pod.providers.embedded.characters.build import Build, Kit, Stance
from pod.providers.embedded.characters.build_wheels import bicycle, dirt_bike, grip, puffs

_BLUE, _RED, _NAVY, _WHITE, _BLACK, _GREEN = "#3f6fb0", "#c9423f", "#34406a", "#f7f3ea", "#3a3744", "#3f8f6a"
_VIOLET = "#7d4fb0"
_CLUB = Kit(_BLUE, _WHITE, socks=_BLUE, shoes=_BLACK)

_RUNS = Build(
    head=(610, 262), chest=(560, 428), hips=(500, 650), tilt=8,
    arms=(((700, 540), (800, 420)), ((380, 520), (300, 640))),
    legs=(((700, 730), (690, 930)), ((430, 850), (230, 940))), turns=(-6, 48),
)  # fmt: skip
_WINS = Build(
    head=(530, 300), chest=(522, 460), hips=(500, 680), tilt=-4,
    arms=(((690, 330), (730, 180)), ((350, 330), (310, 180))),
    legs=(((670, 790), (660, 980)), ((420, 880), (240, 990))), turns=(-4, 42),
)  # fmt: skip
_SHOOTS = Build(
    head=(430, 262), chest=(450, 428), hips=(500, 640), tilt=-6,
    arms=(((610, 470), (720, 390)), ((320, 500), (200, 560))),
    legs=(((690, 660), (850, 760)), ((450, 840), (400, 1030))), turns=(-40, 0),
)  # fmt: skip
_SWINGS_A_RACKET = Build(
    head=(470, 290), chest=(480, 452), hips=(500, 670), tilt=4,
    arms=(((640, 370), (690, 230)), ((380, 560), (270, 480))),
    legs=(((650, 830), (720, 1030)), ((400, 840), (300, 1030))),
)  # fmt: skip
_SWINGS_A_CLUB = Build(
    head=(450, 330), chest=(470, 480), hips=(500, 690), tilt=6,
    arms=(((610, 400), (690, 300)), ((540, 400), (650, 330))),
    legs=(((600, 860), (620, 1040)), ((410, 860), (390, 1040))), turns=(0, 0),
)  # fmt: skip
_SHOOTS_A_HOOP = Build(
    head=(380, 320), chest=(400, 480), hips=(400, 700), tilt=-8,
    arms=(((540, 400), (610, 240)), ((280, 560), (330, 690))),
    legs=(((520, 850), (440, 1000)), ((350, 880), (260, 1030))), turns=(30, 40),
)  # fmt: skip
_DUNKS = Build(
    head=(420, 260), chest=(420, 420), hips=(400, 640), tilt=-6,
    arms=(((580, 330), (690, 170)), ((280, 470), (180, 400))),
    legs=(((570, 730), (500, 890)), ((350, 830), (170, 920))), turns=(30, 60),
)  # fmt: skip
_SPIKES = Build(
    head=(440, 270), chest=(440, 430), hips=(400, 650), tilt=4,
    arms=(((590, 300), (640, 150)), ((330, 300), (250, 200))),
    legs=(((530, 790), (400, 900)), ((330, 820), (160, 840))), turns=(60, 80),
)  # fmt: skip
_BATS = Build(
    head=(490, 300), chest=(480, 460), hips=(480, 680), tilt=4,
    arms=(((590, 520), (420, 440)), ((340, 560), (370, 420))),
    legs=(((640, 830), (720, 1030)), ((380, 850), (300, 1030))),
)  # fmt: skip
_PITCHES = Build(
    head=(470, 280), chest=(470, 440), hips=(500, 660), tilt=-4,
    arms=(((640, 500), (760, 430)), ((300, 440), (210, 290))),
    legs=(((720, 740), (800, 930)), ((440, 860), (360, 1040))), turns=(-16, 10),
)  # fmt: skip
_CARRIES = Build(
    head=(610, 262), chest=(560, 428), hips=(500, 650), tilt=8,
    arms=(((720, 480), (840, 470)), ((400, 540), (520, 580))),
    legs=(((700, 730), (690, 930)), ((430, 850), (230, 940))), turns=(-6, 48),
)  # fmt: skip
_SKATES_WITH_A_STICK = Build(
    head=(500, 330), chest=(500, 490), hips=(440, 690), tilt=8,
    arms=(((640, 600), (650, 760)), ((440, 640), (500, 640))),
    legs=(((590, 840), (560, 1020)), ((340, 840), (180, 960))), turns=(0, 20),
)  # fmt: skip
_KEEPS_ICE = Build(
    head=(512, 360), chest=(512, 520), hips=(512, 720),
    arms=(((700, 560), (850, 470)), ((330, 640), (250, 790))),
    legs=(((680, 850), (690, 1030)), ((340, 850), (330, 1030))), turns=(0, 0),
)  # fmt: skip
_DIVES = Build(
    head=(640, 380), chest=(530, 450), hips=(320, 520), tilt=24,
    arms=(((740, 300), (870, 240)), ((700, 420), (860, 330))),
    legs=(((160, 470), (20, 560)), ((140, 620), (-50, 680))), turns=(70, 80),
)  # fmt: skip
_BOXES = Build(
    head=(500, 300), chest=(500, 460), hips=(460, 680), tilt=4,
    arms=(((680, 460), (840, 440)), ((380, 600), (560, 520))),
    legs=(((590, 850), (640, 1030)), ((370, 860), (260, 1030))),
)  # fmt: skip
_LIFTS = Build(
    head=(512, 350), chest=(512, 500), hips=(512, 710),
    arms=(((690, 360), (700, 200)), ((334, 360), (324, 200))),
    legs=(((650, 860), (650, 1040)), ((374, 860), (374, 1040))), turns=(0, 0),
)  # fmt: skip
_TREE_POSE = Build(
    head=(512, 300), chest=(512, 450), hips=(512, 670),
    arms=(((690, 270), (534, 60)), ((334, 270), (490, 60))),
    legs=(((520, 860), (520, 1040)), ((300, 800), (480, 850))), turns=(0, 60),
)  # fmt: skip
_ARABESQUE = Build(
    head=(560, 290), chest=(540, 450), hips=(500, 650), tilt=-6,
    arms=(((690, 400), (830, 320)), ((400, 420), (260, 360))),
    legs=(((520, 850), (530, 1030)), ((300, 660), (90, 600))), turns=(70, 130),
)  # fmt: skip
_DANCES = Build(
    head=(500, 300), chest=(500, 460), hips=(512, 680), tilt=-8,
    arms=(((660, 360), (740, 230)), ((340, 520), (250, 620))),
    legs=(((680, 820), (610, 990)), ((440, 860), (420, 1040))), turns=(20, 0),
)  # fmt: skip
_SWAYS = Build(
    head=(500, 300), chest=(504, 460), hips=(500, 680), tilt=8,
    arms=(((660, 480), (800, 420)), ((380, 330), (400, 170))),
    legs=(((640, 820), (720, 1000)), ((440, 860), (410, 1040))), turns=(-20, 0),
)  # fmt: skip
_CLIMBS = Build(
    head=(500, 380), chest=(500, 530), hips=(500, 740),
    arms=(((660, 400), (680, 240)), ((350, 470), (330, 330))),
    legs=(((680, 780), (660, 950)), ((350, 880), (370, 1060))), turns=(0, 0),
)  # fmt: skip
_HIKES = Build(
    head=(510, 290), chest=(500, 450), hips=(490, 670), tilt=4,
    arms=(((640, 560), (730, 500)), ((390, 580), (480, 640))),
    legs=(((610, 830), (620, 1030)), ((420, 860), (320, 1020))), turns=(0, 24),
)  # fmt: skip
_KICKS_HIGH = Build(
    head=(360, 310), chest=(390, 470), hips=(450, 670), tilt=-8,
    arms=(((500, 560), (560, 450)), ((290, 600), (380, 620))),
    legs=(((640, 560), (820, 420)), ((430, 860), (390, 1040))), turns=(-100, 0),
)  # fmt: skip
_DRAWS_A_BOW = Build(
    head=(470, 300), chest=(480, 460), hips=(480, 680), tilt=0,
    arms=(((660, 450), (800, 440)), ((330, 420), (480, 440))),
    legs=(((580, 860), (600, 1040)), ((390, 860), (360, 1040))), turns=(0, 0),
)  # fmt: skip
_BOWLS = Build(
    head=(520, 350), chest=(490, 500), hips=(420, 690), tilt=10,
    arms=(((640, 620), (760, 700)), ((370, 600), (260, 540))),
    legs=(((590, 800), (580, 1000)), ((330, 880), (140, 1000))), turns=(0, 50),
)  # fmt: skip
_LUNGES = Build(
    head=(480, 350), chest=(470, 500), hips=(430, 710), tilt=4,
    arms=(((640, 520), (780, 480)), ((320, 480), (220, 380))),
    legs=(((640, 800), (660, 1020)), ((300, 870), (130, 1010))), turns=(0, 20),
)  # fmt: skip
_RIDES_A_BOARD = Build(
    head=(530, 350), chest=(510, 500), hips=(460, 690), tilt=4,
    arms=(((660, 500), (790, 450)), ((360, 510), (240, 440))),
    legs=(((640, 800), (640, 970)), ((330, 800), (330, 970))), turns=(0, 0),
)  # fmt: skip
_FLIES_ON_A_BOARD = Build(
    head=(530, 300), chest=(510, 450), hips=(470, 650), tilt=-4,
    arms=(((660, 400), (760, 280)), ((350, 420), (220, 360))),
    legs=(((640, 720), (650, 860)), ((360, 790), (350, 950))), turns=(-18, -18),
)  # fmt: skip
_SKIS = Build(
    head=(560, 400), chest=(510, 540), hips=(400, 700), tilt=8,
    arms=(((620, 680), (700, 720)), ((440, 700), (540, 730))),
    legs=(((580, 800), (480, 980)), ((500, 840), (400, 990))), turns=(12, 12),
)  # fmt: skip
_GLIDES = Build(
    head=(540, 300), chest=(520, 460), hips=(460, 670), tilt=-4,
    arms=(((680, 440), (820, 370)), ((370, 460), (230, 420))),
    legs=(((540, 850), (510, 1030)), ((300, 780), (110, 790))), turns=(0, 30),
)  # fmt: skip
_HANDSTAND = Build(
    head=(500, 810), chest=(500, 690), hips=(520, 470), tilt=180,
    arms=(((390, 840), (380, 990)), ((620, 840), (640, 990))),
    legs=(((360, 350), (480, 190)), ((690, 380), (830, 260))), turns=(-100, -150),
)  # fmt: skip
_PUSHES_UP = Build(
    head=(820, 600), chest=(690, 690), hips=(470, 800), tilt=30,
    arms=(((790, 850), (760, 1020)), ((640, 850), (690, 1020))),
    legs=(((290, 880), (110, 960)), ((280, 900), (90, 980))), turns=(70, 70),
)  # fmt: skip

_HURDLES = Build(
    head=(600, 230), chest=(570, 390), hips=(470, 570), tilt=8,
    arms=(((730, 430), (850, 380)), ((430, 470), (330, 560))),
    legs=(((700, 560), (900, 590)), ((330, 660), (190, 600))), turns=(-30, 100),
)  # fmt: skip
_SKIPS = Build(
    head=(512, 280), chest=(512, 440), hips=(512, 650),
    arms=(((650, 560), (770, 540)), ((374, 560), (254, 540))),
    legs=(((590, 830), (550, 980)), ((434, 830), (440, 980))), turns=(20, 30),
)  # fmt: skip
_VAULTS = Build(
    head=(640, 330), chest=(560, 430), hips=(470, 260), tilt=70,
    arms=(((660, 540), (640, 640)), ((600, 560), (620, 720))),
    legs=(((640, 130), (820, 60)), ((560, 90), (740, 10))), turns=(-60, -60),
)  # fmt: skip
_FLEXES = Build(
    head=(512, 300), chest=(512, 456), hips=(512, 670),
    arms=(((720, 470), (710, 320)), ((304, 470), (314, 320))),
    legs=(((640, 850), (640, 1040)), ((384, 850), (384, 1040))), turns=(0, 0),
)  # fmt: skip
_LEAPS = Build(
    head=(530, 260), chest=(520, 420), hips=(490, 620), tilt=-6,
    arms=(((670, 330), (740, 190)), ((370, 340), (300, 200))),
    legs=(((690, 660), (820, 780)), ((350, 740), (170, 700))), turns=(-10, 80),
)  # fmt: skip
_SPLITS = Build(
    head=(512, 420), chest=(512, 580), hips=(512, 800),
    arms=(((680, 480), (760, 350)), ((344, 480), (264, 350))),
    legs=(((740, 900), (950, 950)), ((284, 900), (74, 950))), turns=(-20, 160),
)  # fmt: skip
_STANDS_ON_PEGS = Build(
    head=(640, 220), chest=(580, 370), hips=(400, 500), tilt=8,
    arms=(((740, 440), (790, 530)), ((650, 500), (770, 540))),
    legs=(((600, 620), (500, 760)), ((560, 680), (470, 820))), turns=(4, 6),
)  # fmt: skip
_WHEELS = Build(
    head=(512, 760), chest=(512, 620), hips=(512, 410), tilt=180,
    arms=(((360, 760), (300, 930)), ((664, 760), (724, 930))),
    legs=(((340, 270), (170, 130)), ((684, 270), (854, 130))), turns=(-130, -50),
)  # fmt: skip
_PLUNGES = Build(
    head=(690, 560), chest=(600, 450), hips=(440, 300), tilt=130,
    arms=(((770, 640), (880, 780)), ((700, 690), (830, 810))),
    legs=(((310, 200), (170, 110)), ((290, 230), (140, 160))), turns=(-140, -140),
)  # fmt: skip
_STRIDES = Build(
    head=(540, 268), chest=(510, 430), hips=(490, 660), tilt=4,
    arms=(((620, 570), (720, 660)), ((390, 580), (300, 690))),
    legs=(((620, 820), (720, 1000)), ((430, 870), (290, 980))), turns=(-12, 34),
)  # fmt: skip
_CRAWLS = Build(
    head=(690, 500), chest=(580, 600), hips=(330, 680), tilt=18,
    arms=(((800, 640), (930, 680)), ((560, 380), (790, 330))),
    legs=(((180, 700), (40, 690)), ((170, 740), (20, 760))), turns=(60, 60),
)  # fmt: skip
_PEDALS = Build(
    head=(620, 232), chest=(570, 386), hips=(416, 536), tilt=8,
    arms=(((690, 490), (760, 520)), ((620, 520), (740, 530))),
    legs=(((590, 640), (540, 770)), ((520, 740), (440, 940))), turns=(0, 8),
)  # fmt: skip

STANCES: Mapping[str, Stance] = {
    "running": Stance(_RUNS, under=gear.dust),
    "finish line": Stance(_WINS, under=gear.gate, held=gear.ribbon),
    "soccer": Stance(_SHOOTS, _CLUB, gear.grass, over=gear.flying(balls.football, (1010, 690), 92, 60)),
    "kicking": Stance(_SHOOTS, _CLUB, gear.grass, over=gear.flying(balls.football, (1010, 690), 92, 60)),
    "tennis": Stance(
        _SWINGS_A_RACKET,
        Kit(_WHITE, _NAVY, socks=_WHITE),
        gear.floor,
        gear.racket(40),
        over=gear.flying(balls.small_ball(gear.BALL, 52), (1000, 290), 52, 240),
    ),
    "table tennis": Stance(
        _SWINGS_A_RACKET,
        Kit("", _NAVY),
        gear.floor,
        gear.paddle(40),
        over=gear.flying(balls.small_ball(gear.WHITE, 40), (960, 260), 40, 240),
    ),
    "golf": Stance(
        _SWINGS_A_CLUB,
        Kit("", _WHITE, legs="long", gloves=_WHITE, shoes=_BLACK),
        gear.grass,
        gear.club(-60, 400),
        over=gear.flying(balls.small_ball(gear.WHITE, 34), (800, 1030), 34),
        wears=("cap",),
    ),
    "basketball": Stance(
        _SHOOTS_A_HOOP,
        Kit("", _NAVY, "bare", socks=_WHITE),
        gear.together(gear.below, gear.hooped(1000, 330)),
        gear.in_hand(balls.basketball, 84, 20),
    ),
    "dunking": Stance(
        _DUNKS,
        Kit("", _NAVY, "bare", socks=_WHITE),
        gear.together(gear.below, gear.hooped(860, 250)),
        gear.in_hand(balls.basketball, 84, 50),
    ),
    "volleyball": Stance(
        _SPIKES,
        Kit("", _NAVY, "bare"),
        gear.below,
        over=gear.flying(balls.volleyball, (790, 110), 92, 130),
    ),
    "batting": Stance(
        _BATS,
        Kit(_WHITE, _WHITE, legs="long", socks=_RED, shoes=_BLACK),
        gear.grass,
        gear.bat(-24),
        over=gear.flying(balls.baseball, (960, 470), 56, 270),
        wears=("red cap",),
    ),
    "pitching": Stance(
        _PITCHES,
        Kit(_WHITE, _WHITE, legs="long", socks=_RED, shoes=_BLACK),
        gear.grass,
        over=gear.in_hand(balls.baseball, 50, -10, 1),
        wears=("red cap",),
    ),
    "cricket": Stance(
        _BATS,
        Kit(_WHITE, _WHITE, legs="long", gloves=_WHITE),
        gear.grass,
        gear.bat(-24, flat=True),
        over=gear.flying(balls.small_ball(gear.RED, 48), (960, 470), 48, 270),
        wears=("ball helmet",),
    ),
    "rugby": Stance(
        _CARRIES,
        Kit("", _NAVY, socks=_RED, shoes=_BLACK),
        gear.grass,
        gear.in_hand(balls.pigskin, 70, 60, 1),
    ),
    "football": Stance(
        _PITCHES,
        Kit("", _WHITE, legs="long", socks=_BLACK, shoes=_BLACK),
        gear.grass,
        over=gear.in_hand(balls.pigskin, 64, -10, 1),
        wears=("ball helmet",),
    ),
    "hockey": Stance(
        _SKATES_WITH_A_STICK,
        Kit("", _NAVY, "long", "long", shoes=_BLACK, gloves=_BLACK),
        gear.together(gear.ice, gear.blades),
        gear.hockey_stick((740, 1040)),
        wears=("ball helmet",),
    ),
    "saving a puck": Stance(
        _KEEPS_ICE,
        Kit(_BLUE, _NAVY, "long", "long", gloves=_BLACK),
        gear.net,
        over=gear.goalie,
        wears=("ball helmet",),
    ),
    "diving for a ball": Stance(
        _DIVES,
        Kit("#f0b93a", _NAVY, "long", socks="#f0b93a", gloves=_WHITE),
        gear.goal,
        over=gear.flying(balls.football, (960, 220), 92),
    ),
    "boxing": Stance(_BOXES, Kit("", _RED, "bare", shoes=_BLACK), gear.floor, over=gear.gloves),
    "barbell": Stance(_LIFTS, Kit("", _BLACK, "bare"), gear.floor, over=gear.barbell),
    "yoga": Stance(_TREE_POSE, Kit("", "#5a4a8a", "bare", "long", shoes="bare"), gear.mat),
    "dancing": Stance(_DANCES, Kit("", _NAVY, legs="long"), gear.floor),
    "dancing together": Stance(_SWAYS, Kit("", _NAVY, legs="long")),
    "climbing": Stance(_CLIMBS, Kit("", _NAVY, "bare", "long"), gear.crag, wears=("crash helmet",)),
    "hiking": Stance(_HIKES, Kit("", "#8a6a48", legs="short", socks=_WHITE, shoes="#7a4a2e"), gear.pack, gear.stick),
    "kicking high": Stance(_KICKS_HIGH, Kit(_WHITE, _WHITE, "long", "long", shoes="bare"), gear.floor, gear.belt),
    "archery": Stance(_DRAWS_A_BOW, Kit("", "#6a5238", legs="long", shoes=_BLACK), gear.floor, gear.bow),
    "bowling": Stance(
        _BOWLS, Kit("", _NAVY, legs="long", shoes=_RED), gear.pins, gear.in_hand(balls.small_ball(_BLACK, 84), 60, 130)
    ),
    "fencing": Stance(_LUNGES, Kit(_WHITE, _WHITE, "long", "long", gloves=_WHITE), gear.floor, gear.foil),
    "push up": Stance(_PUSHES_UP, Kit("", _NAVY, "bare"), gear.floor),
    "breakdancing": Stance(_HANDSTAND, Kit("", _NAVY, legs="long", shoes=_RED), gear.floor),
    "skateboard": Stance(_RIDES_A_BOARD, Kit("", _NAVY, legs="long", shoes=_RED), gear.skateboard),
    "surfboard": Stance(
        _RIDES_A_BOARD, Kit("", _NAVY, shoes="bare"), gear.together(gear.wave, gear.surfboard), over=gear.spray
    ),
    "snowboard": Stance(
        _RIDES_A_BOARD,
        Kit("", _NAVY, "long", "long", gloves=_BLACK, shoes=_BLACK),
        gear.snowboard,
        wears=("flying helmet",),
    ),
    "skis": Stance(
        _SKIS, Kit("", _NAVY, "long", "long", gloves=_BLACK, shoes=_BLACK), gear.skis, gear.poles, wears=("beanie",)
    ),
    "hurdling": Stance(_HURDLES, Kit("", _NAVY, "bare"), track.hurdle),
    "javelin": Stance(_PITCHES, Kit("", _NAVY, "bare"), gear.floor, over=track.javelin),
    "pole vault": Stance(_VAULTS, Kit("", _NAVY, "bare"), track.vault),
    "lacrosse": Stance(
        _RUNS, Kit("", _NAVY, socks=_WHITE), gear.grass, over=track.lacrosse_stick, wears=("ball helmet",)
    ),
    "jump rope": Stance(_SKIPS, Kit("", _NAVY), gear.below, over=track.skipping_rope),
    "balance beam": Stance(_ARABESQUE, Kit(_VIOLET, _VIOLET, "long", shoes="bare"), gear.beam),
    "cartwheel": Stance(_WHEELS, Kit("", _NAVY, legs="long"), over=gear.whirl, lean=-18),
    "diving in": Stance(_PLUNGES, Kit(_RED, _RED, "bare", shoes="bare"), water.diving_board, over=water.pool_below),
    "striding": Stance(_STRIDES, Kit("", _NAVY, "long", "long")),
    "flexing": Stance(_FLEXES, Kit("", _NAVY, "bare"), gear.floor),
    "jumping": Stance(_LEAPS, Kit("", _NAVY, legs="long"), gear.below),
    "splits": Stance(_SPLITS, Kit(_VIOLET, _VIOLET, "long", "long", shoes="bare"), gear.floor),
    "swimming": Stance(
        _CRAWLS, Kit(_RED, _RED, "bare", shoes="bare"), water.pool, over=water.swell, wears=("swim cap",)
    ),
    "bicycle": Stance(_PEDALS, Kit("", _NAVY, socks=_WHITE), bicycle, over=grip, wears=("crash helmet",)),
    "ice skates": Stance(_GLIDES, Kit("", _NAVY, "long", "long"), gear.together(gear.ice, gear.blades)),
    "roller skates": Stance(_GLIDES, Kit("", _NAVY), gear.together(gear.floor, gear.wheels)),
}
"""By the name of the action, of what is ridden, or of the place."""

ALOFT: Mapping[str, Stance] = {
    "motorcycle": Stance(
        _STANDS_ON_PEGS,
        Kit("", _NAVY, "long", "long", gloves=_BLACK, shoes=_BLACK),
        gear.together(puffs, dirt_bike),
        over=grip,
        wears=("crash helmet",),
        lean=-24,
    ),
    "bicycle": Stance(
        _PEDALS,
        Kit("", _NAVY, socks=_WHITE),
        gear.together(puffs, bicycle),
        over=grip,
        wears=("crash helmet",),
        lean=-24,
    ),
    "skateboard": Stance(
        _FLIES_ON_A_BOARD, Kit("", _NAVY, legs="long", shoes=_RED), gear.together(gear.below, gear.skateboard)
    ),
    "snowboard": Stance(
        _FLIES_ON_A_BOARD, Kit("", _NAVY, "long", "long", gloves=_BLACK), gear.snowboard, wears=("flying helmet",)
    ),
}
"""Those of what is jumped with."""
