"""What the test servers of Google and OpenAI answer has the shape that is published."""

from __future__ import annotations

import json

import pytest

from tests.servers import gemini, gemini_batch, openai
from tests.servers.gemini import GENERATING, GeminiService
from tests.servers.gemini_batch import GeminiBatchService
from tests.servers.generate_content import MODELS, Wanted
from tests.servers.imageservice import TRANSPORT, Call
from tests.servers.openai import OpenAiService
from tests.servers.published import misfits, published

NOT_DESCRIBED = ("odd shapes", "odd finish", "odd block", "internal", "deadline")
"""Those that answer with words that are not in the description, or with an error."""

WORDS = {"contents": [{"role": "user", "parts": [{"text": "a fox"}]}]}
LITE = "gemini-3.1-flash-lite-image"


ANSWERS = [m.name for m in GENERATING if m.charged and m not in TRANSPORT and m.name not in NOT_DESCRIBED]


def asked(path: str, key: dict[str, str], body=None) -> Call:
    headers = {"Content-Type": "application/json", **key}
    return Call("GET" if body is None else "POST", path, headers, b"" if body is None else json.dumps(body).encode())


@pytest.mark.parametrize("mode", ANSWERS)
def test_what_gemini_answers_is_described(mode):
    document, service = published("gemini-v1beta-*.openapi.json"), GeminiService()
    service.play(mode)
    reply = service.respond(asked(f"/v1beta/models/{LITE}:generateContent", {"x-goog-api-key": gemini.KEY}, WORDS))
    assert misfits(document, "GenerateContentResponse", json.loads(reply.body)) == []


@pytest.mark.parametrize("mode", ["ok", "item refused", "batch failed", "expired"])
def test_what_a_batch_answers_is_described(mode):
    document, service = published("gemini-v1beta-*.openapi.json"), GeminiBatchService()
    service.play(mode)
    key = {"x-goog-api-key": gemini.KEY}
    rows = [{"request": WORDS, "metadata": {"key": "row-1"}}]
    batch = {"batch": {"displayName": "row-1", "inputConfig": {"requests": {"requests": rows}}}}
    replies = [service.respond(asked(f"/v1beta/models/{LITE}:batchGenerateContent", key, batch))]
    replies += [service.respond(asked("/v1beta/batches/b1", key)) for _ in range(2)]
    for reply in replies:
        told = json.loads(reply.body)
        for part in (told["metadata"], told.get("response", {})):
            part.pop("@type", "")
        assert misfits(document, "GenerateContentBatch", told["metadata"], in_path="inputConfig") == []
        assert misfits(document, "BatchGenerateContentResponse", told.get("response", {})) == []


def test_what_openai_answers_is_described():
    document, service = published("openai-images-*.openapi.json"), OpenAiService()
    body = {"prompt": "a fox", "model": "gpt-image-1.5", "size": "1024x1024"}
    key = {"Authorization": f"Bearer {openai.KEY}"}
    reply = service.respond(asked("/v1/images/generations", key, body))
    assert misfits(document, "ImagesResponse", json.loads(reply.body)) == []


def test_the_pixels_of_a_turned_ratio_are_those_of_the_ratio_turned():
    for model, row in MODELS.items():
        for size in row.tokens:
            for ratio in row.ratios:
                width, _, height = ratio.partition(":")
                turned = Wanted(model, size, f"{height}:{width}", "")
                assert Wanted(model, size, ratio, "").pixels == turned.pixels[::-1]


def test_a_list_of_batches_goes_on_from_page_to_page_and_holds_no_results():
    service, key = GeminiBatchService(), {"x-goog-api-key": gemini.KEY}
    for n in range(12):
        rows = [{"request": WORDS, "metadata": {"key": f"row-{n}"}}]
        batch = {"batch": {"displayName": f"row-{n}", "inputConfig": {"requests": {"requests": rows}}}}
        service.respond(asked(f"/v1beta/models/{LITE}:batchGenerateContent", key, batch))
    for _ in range(2):
        service.respond(asked("/v1beta/batches/b12", key))
    first = json.loads(service.respond(asked("/v1beta/batches?pageSize=9", key)).body)
    rest = json.loads(service.respond(asked(f"/v1beta/batches?pageToken={first['nextPageToken']}", key)).body)
    names = [o["metadata"]["displayName"] for o in first["operations"] + rest["operations"]]
    assert names == [f"row-{n}" for n in reversed(range(12))]
    assert first["operations"][0]["done"]
    assert "output" not in first["operations"][0]["metadata"]
    assert "nextPageToken" not in rest


def test_what_is_told_of_a_batch_is_signed_on_its_very_bytes():
    now = gemini_batch.datetime.fromisoformat("2026-11-20T12:00:00+00:00")
    headers, body = GeminiBatchService().delivery("b1", now)
    assert gemini_batch.signed(body, "msg_1", now)[0] == headers
    assert gemini_batch.signed(body + b" ", "msg_1", now)[0] != headers
