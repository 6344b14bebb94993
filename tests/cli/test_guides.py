"""`pod design --reference FILE` and `pod edit --region`: what goes along with a sentence, and what is refused in words."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.servers.openai import KEY, OpenAiService
from tests.terminal import pod
from tests.web.shop import a_picture

SENTENCE = "a fox under the moon"


@pytest.fixture
def env(tmp_path, data_dir):
    (tmp_path / "guide.png").write_bytes(a_picture(300, 300))
    return {"cwd": tmp_path, "POD_DATA_DIR": str(data_dir), "POD_DAILY_BUDGET": "5"}


def test_a_file_is_drawn_after_and_its_hash_stands_in_the_recipe(tmp_path, env):
    with OpenAiService() as service:
        own = {"POD_PROVIDERS": "openai", "POD_OPENAI_API_KEY": KEY, "POD_OPENAI_BASE_URL": service.url}
        own["POD_OPENAI_MODEL"] = "gpt-image-1-mini"
        pod("design", SENTENCE, "--reference", "guide.png", "--out", "fox", **env, **own)
        assert [call.route for call in service.paid_calls()] == ["/v1/images/edits"]
        assert len(service.charged) == 1
    recipe = json.loads((tmp_path / "fox" / "recipe.json").read_text())
    kept = recipe["artwork"]["reference_sha256"]
    assert len(kept) == len(hashlib.sha256().hexdigest())
    origin = json.loads((tmp_path / "fox" / "origin.json").read_text())
    assert origin["brief"]["reference_sha256"] == kept


@pytest.mark.parametrize(
    ("file", "code", "said"), [("guide.png", 5, "takes no pictures along"), ("none.png", 3, "none.png")]
)
def test_what_cannot_be_drawn_after_is_refused_in_words(env, file, code, said):
    assert said in pod("design", SENTENCE, "--reference", file, "--out", "fox", exit_code=code, **env).errors


@pytest.mark.parametrize("region", ["0.4,0.1", "left,top,1,1"])
def test_a_part_is_four_shares(env, region):
    refused = pod("edit", "recipe.json", "give it a hat", "--region", region, exit_code=3, **env)
    assert "Give four shares: --region 0.4,0.1,0.2,0.15" in refused.errors
