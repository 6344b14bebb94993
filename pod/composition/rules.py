"""Every limit of the composition checks, once, with where it comes from.

"generated" as a source means: placed between the right and the wrong pictures that ``tests/composition`` draws.
Shares are of 1; distances between colours are CIE76 in L*a*b*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limit:
    value: float
    unit: str
    source: str

    def __str__(self) -> str:
        if self.unit == "share":
            return f"{100 * self.value:g} %"
        return f"{self.value:g} {self.unit}".strip()


_GENERATED = "generated"
_DTF_GUIDE = "dtfmichigan.com, artwork guidelines: lines of 1 pt, gaps of 2 pt"
_UNDERBASE = "printful.com, graphics guide: white is printed behind everything half transparent"

LIMITS: Final[dict[str, Limit]] = {
    "blank": Limit(0.98, "share", _GENERATED),
    "ground_near": Limit(0.55, "share", _GENERATED),
    "ground_spread": Limit(3.0, "ΔE", _GENERATED),
    "ground_shaded": Limit(0.75, "share", _GENERATED),
    "transparent": Limit(0.05, "share", _GENERATED),
    "ink_weak": Limit(8.0, "ΔE", _GENERATED),
    "ink_strong": Limit(16.0, "ΔE", _GENERATED),
    "checker_gap": Limit(
        3.0, "L*", "painted checkerboards are 8 to 120 grey levels apart; flags and chess boards more"
    ),
    "checker_gap_most": Limit(
        51.0, "L*", "painted checkerboards are 8 to 120 grey levels apart; flags and chess boards more"
    ),
    "checker_chroma": Limit(14.0, "C*", _GENERATED),
    "checker_share": Limit(0.25, "share", _GENERATED),
    "checker_correlation": Limit(0.35, "", _GENERATED),
    "off_centre": Limit(0.015, "share", "an eye sees about one part in fifty on an empty shirt front"),
    "edge_run": Limit(0.01, "share", _GENERATED),
    "margin": Limit(0.05, "share", _GENERATED),
    "too_small": Limit(0.55, "share", _GENERATED),
    "filled_after_crop": Limit(0.80, "share", "the share of the frame that the prompts ask for"),
    "specks": Limit(0.0005, "share", _GENERATED),
    "speck_apart": Limit(0.02, "share", _GENERATED),
    "gradients": Limit(0.15, "share", _GENERATED),
    "off_palette": Limit(0.05, "share", "more than a twentieth of the ink is seen at arm's length"),
    "palette_delta_e": Limit(10.0, "ΔE", "up to here two inks pass for one"),
    "mapped_delta_e": Limit(25.0, "ΔE", "an ink that is further from what was asked for becomes another colour"),
    "merged_delta_e": Limit(16.0, "ΔE", "what is told apart at a glance is not drawn as one"),
    "unprintable": Limit(0.05, "share", "more than a twentieth of the ink is seen at arm's length"),
    "colours": Limit(12, "colours", _GENERATED),
    "mark_share": Limit(0.02, "share", "a signature or a line of a caption; what is larger is part of the picture"),
    "marks_share": Limit(0.06, "share", "a caption of four lines"),
    "several": Limit(0.30, "share", _GENERATED),
    "frame_line": Limit(0.85, "share", _GENERATED),
    "frame_near": Limit(0.085, "share", _GENERATED),
    "product_light": Limit(0.25, "L*", _GENERATED),
    "product_shadow": Limit(0.5, "L*", _GENERATED),
    "slab": Limit(0.97, "share", "a rectangle fills its box; an ellipse fills π/4 of it"),
    "fades_out": Limit(0.30, "share", _GENERATED),
    "halo": Limit(0.10, "share", _GENERATED),
    "hidden_colour": Limit(0.20, "share", _GENERATED),
    "half_transparent": Limit(0.01, "share", _UNDERBASE),
    "hairline_mm": Limit(0.35, "mm", _DTF_GUIDE),
    "gap_mm": Limit(0.7, "mm", _DTF_GUIDE),
    "invisible": Limit(0.25, "share", _GENERATED),
    "invisible_all": Limit(0.95, "share", "a print nobody can see is a blank shirt"),
    "edit_delta_e": Limit(12.0, "ΔE", "about six times a just visible difference"),
    "edit_unchanged": Limit(0.002, "share", _GENERATED),
    "same_changed": Limit(0.01, "share", _GENERATED),
    "edit_everything": Limit(0.9, "share", _GENERATED),
    "edit_elsewhere": Limit(0.03, "share", _GENERATED),
    "edit_shift": Limit(0.01, "share", _GENERATED),
    "edit_scale": Limit(0.02, "share", _GENERATED),
    "cloth_delta_e": Limit(12.0, "ΔE", "about six times a just visible difference"),
}


def limit(name: str) -> float:
    return LIMITS[name].value


def percent(share: float) -> str:
    """A share of 1 for a person: one digit below ten per cent, none above."""
    return f"{100 * share:.1f} %" if share < 0.0995 else f"{100 * share:.0f} %"
