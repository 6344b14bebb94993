"""ComfyUI's nodes, as nodes.py of comfyanonymous/ComfyUI has them: what each takes, what it gives, and what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CHECKPOINTS = (
    "sd3.5_large.safetensors",
    "sd3.5_large_turbo.safetensors",
    "sd3.5_medium.safetensors",
    "sd_xl_base_1.0.safetensors",
)
_ENCODERS = ("clip_l.safetensors", "clip_g.safetensors", "t5xxl_fp16.safetensors", "t5xxl_fp8_e4m3fn.safetensors")
_UPSCALERS = ("4x-UltraSharp.pth", "RealESRGAN_x4plus.pth")
_SAMPLERS = ("euler", "euler_ancestral", "heun", "dpm_2", "lms", "dpmpp_2m", "dpmpp_sde", "ddim", "uni_pc", "lcm")
_SCHEDULERS = ("normal", "karras", "exponential", "sgm_uniform", "simple", "ddim_uniform", "beta")


@dataclass(frozen=True, slots=True)
class Link:
    """An input that another node's output must lead to."""

    kind: str


@dataclass(frozen=True, slots=True)
class Whole:
    low: int
    high: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class Number:
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Node:
    """`shows` is said of nodes that a graph is drawn for; a graph without one is refused."""

    needs: Mapping[str, Any]
    gives: tuple[str, ...] = ()
    shows: str = ""
    may: Mapping[str, Any] = field(default_factory=dict)


_SAMPLING = {
    "model": Link("MODEL"),
    "seed": Whole(0, 2**64 - 1),
    "steps": Whole(1, 10_000),
    "cfg": Number(0, 100),
    "sampler_name": _SAMPLERS,
    "scheduler": _SCHEDULERS,
    "positive": Link("CONDITIONING"),
    "negative": Link("CONDITIONING"),
    "latent_image": Link("LATENT"),
    "denoise": Number(0, 1),
}
_METHODS = ("nearest-exact", "bilinear", "area", "bicubic", "lanczos")
NODES: Mapping[str, Node] = {
    "CheckpointLoaderSimple": Node({"ckpt_name": CHECKPOINTS}, ("MODEL", "CLIP", "VAE")),
    "TripleCLIPLoader": Node(dict.fromkeys(("clip_name1", "clip_name2", "clip_name3"), _ENCODERS), ("CLIP",)),
    "ModelSamplingSD3": Node({"model": Link("MODEL"), "shift": Number(0, 100)}, ("MODEL",)),
    "CLIPTextEncode": Node({"text": str, "clip": Link("CLIP")}, ("CONDITIONING",)),
    "ConditioningZeroOut": Node({"conditioning": Link("CONDITIONING")}, ("CONDITIONING",)),
    "EmptySD3LatentImage": Node(
        {"width": Whole(16, 16384, 16), "height": Whole(16, 16384, 16), "batch_size": Whole(1, 4096)}, ("LATENT",)
    ),
    "EmptyLatentImage": Node(
        {"width": Whole(16, 16384, 8), "height": Whole(16, 16384, 8), "batch_size": Whole(1, 4096)}, ("LATENT",)
    ),
    "KSampler": Node(_SAMPLING, ("LATENT",)),
    "VAEDecode": Node({"samples": Link("LATENT"), "vae": Link("VAE")}, ("IMAGE",)),
    "VAEEncode": Node({"pixels": Link("IMAGE"), "vae": Link("VAE")}, ("LATENT",)),
    "SetLatentNoiseMask": Node({"samples": Link("LATENT"), "mask": Link("MASK")}, ("LATENT",)),
    "LoadImage": Node({"image": "an uploaded file"}, ("IMAGE", "MASK"), may={"upload": ("image",)}),
    "LoadImageMask": Node(
        {"image": "an uploaded file", "channel": ("alpha", "red", "green", "blue")},
        ("MASK",),
        may={"upload": ("image",)},
    ),
    "InvertMask": Node({"mask": Link("MASK")}, ("MASK",)),
    "JoinImageWithAlpha": Node({"image": Link("IMAGE"), "alpha": Link("MASK")}, ("IMAGE",)),
    "ImageScale": Node(
        {
            "image": Link("IMAGE"),
            "upscale_method": _METHODS,
            "width": Whole(0, 16384),
            "height": Whole(0, 16384),
            "crop": ("disabled", "center"),
        },
        ("IMAGE",),
    ),
    "UpscaleModelLoader": Node({"model_name": _UPSCALERS}, ("UPSCALE_MODEL",)),
    "ImageUpscaleWithModel": Node({"upscale_model": Link("UPSCALE_MODEL"), "image": Link("IMAGE")}, ("IMAGE",)),
    "SaveImage": Node({"images": Link("IMAGE"), "filename_prefix": str}, shows="output"),
    "PreviewImage": Node({"images": Link("IMAGE")}, shows="temp"),
}


def bad_link(graph: Mapping[str, Any], rule: Link, value: Any) -> str:
    if not (isinstance(value, list) and len(value) == 2 and value[0] in tuple(graph) and isinstance(value[1], int)):
        return "bad_linked_input"
    gives = NODES[graph[value[0]]["class_type"]].gives
    return "" if 0 <= value[1] < len(gives) and gives[value[1]] == rule.kind else "return_type_mismatch"


def out_of_range(rule: Whole | Number, value: Any) -> str:
    number = int if isinstance(rule, Whole) else (int, float)
    if not isinstance(value, number) or isinstance(value, bool):
        return "invalid_input_type"
    if value < rule.low:
        return "value_smaller_than_min"
    if value > rule.high:
        return "value_bigger_than_max"
    return "exception_during_validation" if isinstance(rule, Whole) and value % rule.step else ""
