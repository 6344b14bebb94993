"""diffusers with a tiny pipeline of random weights, made here: the contract of every provider.

Its packages are large and in no list of ours: `make test-diffusers` fetches them, and no other run collects this file.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import diffusers
import pytest
import torch
import transformers

from pod.providers.base import OutcomeKind, Provider
from pod.providers.diffusers import PROVIDER, Diffusers, DiffusersSettings
from tests.contracts.provider_contract import ProviderContract

WIDE = 32


def tokenizer(folder: Path) -> transformers.CLIPTokenizer:
    """Every printable sign is a word."""
    signs = [chr(n) for n in range(33, 127)]
    words = ["<|startoftext|>", "<|endoftext|>", *signs, *(f"{sign}</w>" for sign in signs)]
    (folder / "vocab.json").write_text(json.dumps({word: n for n, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    return transformers.CLIPTokenizer(str(folder / "vocab.json"), str(folder / "merges.txt"), model_max_length=77)


def encoder(words: int) -> transformers.CLIPTextModelWithProjection:
    config = transformers.CLIPTextConfig(
        vocab_size=words,
        hidden_size=WIDE,
        intermediate_size=37,
        num_hidden_layers=1,
        num_attention_heads=4,
        projection_dim=WIDE,
        max_position_embeddings=77,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=1,
    )
    return transformers.CLIPTextModelWithProjection(config)


def pipeline(folder: Path) -> diffusers.StableDiffusion3Pipeline:
    """Of the shape of Stable Diffusion 3.5, a few thousand weights in all."""
    torch.manual_seed(0)
    words = tokenizer(folder)
    transformer = diffusers.SD3Transformer2DModel(
        sample_size=128,
        patch_size=2,
        in_channels=4,
        num_layers=1,
        attention_head_dim=8,
        num_attention_heads=4,
        caption_projection_dim=WIDE,
        joint_attention_dim=WIDE,
        pooled_projection_dim=2 * WIDE,
        out_channels=4,
        pos_embed_max_size=96,
    )
    vae = diffusers.AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(4,) * 4,
        layers_per_block=1,
        latent_channels=4,
        norm_num_groups=1,
        use_quant_conv=False,
        use_post_quant_conv=False,
        shift_factor=0.0609,
        scaling_factor=1.5035,
    )
    return diffusers.StableDiffusion3Pipeline(
        transformer=transformer,
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=vae,
        text_encoder=encoder(len(words)),
        tokenizer=words,
        text_encoder_2=encoder(len(words)),
        tokenizer_2=words,
        text_encoder_3=None,
        tokenizer_3=None,
    )


@pytest.fixture(scope="module")
def weights(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("weights")
    pipeline(tmp_path_factory.mktemp("words")).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def loaded(weights) -> Diffusers:
    return Diffusers(DiffusersSettings(weights=str(weights), device="cpu", t5="no", steps="2"))


class TestDiffusers(ProviderContract):
    @pytest.fixture
    def factory(self):
        return PROVIDER

    @pytest.fixture
    def provider(self, loaded) -> Provider:
        return loaded

    def provoked(self, provider: Provider, kind: OutcomeKind) -> Provider | None:
        return provider if kind is OutcomeKind.OK else None

    @contextmanager
    def unreachable(self, provider: Provider) -> Iterator[Provider]:
        yield Diffusers(DiffusersSettings(weights="/nowhere", device="cpu"))

    def test_the_seed_and_not_the_hour_decides(self, provider, weights):
        """A model that is loaded anew draws the same."""
        again = Diffusers(DiffusersSettings(weights=str(weights), device="cpu", t5="no", steps="2"))
        request = self.request(provider)
        assert self.picture(again, request).data == self.picture(provider, request).data

    def test_weights_that_are_damaged_are_said_and_nothing_breaks(self, weights, tmp_path):
        broken = tmp_path / "broken"
        shutil.copytree(weights, broken)
        (broken / "vae" / "config.json").write_text("{")
        provider = Diffusers(DiffusersSettings(weights=str(broken), device="cpu", t5="no", steps="2"))
        outcome = self.finished(provider, self.request(provider))
        assert outcome.kind is OutcomeKind.UNAVAILABLE
        assert outcome.reason.endswith(".")

    def test_what_does_not_fit_into_memory_will_not_fit_again(self, provider, monkeypatch):
        def too_much(**_):
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 9.00 GiB")

        monkeypatch.setattr(provider, "_pipeline", lambda changes: too_much)
        assert self.finished(provider, self.request(provider)).kind is OutcomeKind.INVALID_REQUEST

    def test_an_edit_begins_with_the_picture(self, provider):
        made = self.picture(provider, self.request(provider))
        request = replace(self.request(provider), references=(made.data,))
        first, again = (self.finished(provider, request) for _ in range(2))
        assert first.picture.data == again.picture.data != made.data
