"""What the test servers of Google and OpenAI answer has the shape that is published."""

from __future__ import annotations

import base64
import io
import json
from datetime import UTC, datetime

import pytest
from PIL import Image

from tests.servers import gemini, gemini_batch, openai
from tests.servers.gemini import GENERATING, GeminiService
from tests.servers.gemini_batch import GeminiBatchService
from tests.servers.generate_content import MODELS, Wanted, inline
from tests.servers.imageservice import TRANSPORT, Call, drawing, json_set, places
from tests.servers.openai import OpenAiService
from tests.servers.published import misfits, published

NOT_DESCRIBED = ("odd shapes", "unknown finish", "odd finish", "odd block", "internal", "deadline")
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
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    headers, body = GeminiBatchService().delivery("b1", now)
    assert gemini_batch.signed(body, "msg_1", now)[0] == headers
    assert gemini_batch.signed(body + b" ", "msg_1", now)[0] != headers


WHOLE = {
    **WORDS,
    "systemInstruction": {"parts": [{"text": "You draw flat vectors."}]},
    "safetySettings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"}],
    "generationConfig": {
        "responseModalities": ["IMAGE"],
        "candidateCount": 1,
        "seed": 7,
        "temperature": 1.0,
        "thinkingConfig": {"thinkingLevel": "minimal", "includeThoughts": False},
        "imageConfig": {"aspectRatio": "3:4", "imageSize": "1K"},
    },
}
PICTURE = {
    "model": "gpt-image-2",
    "prompt": "a fox",
    "n": 1,
    "size": "1536x864",
    "quality": "low",
    "output_format": "png",
    "background": "opaque",
    "moderation": "low",
    "user": "u-1",
}
REQUESTS = {
    "gemini": (GeminiService, f"/v1beta/models/{LITE}:generateContent", {"x-goog-api-key": gemini.KEY}, WHOLE),
    "openai": (OpenAiService, "/v1/images/generations", {"Authorization": f"Bearer {openai.KEY}"}, PICTURE),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_what_is_unknown_or_of_another_kind_is_refused_wherever_it_stands(name):
    make, path, key, body = REQUESTS[name]
    service, call = make(), asked(path, key, body)
    assert service.respond(call).status == 200
    changes = {
        **{(*at, "frobnicate"): 1 for at, value in places(body) if isinstance(value, dict)},
        **{at: [[]] for at, value in places(body) if not isinstance(value, dict | list)},
    }
    taken = [at for at, value in changes.items() if service.respond(json_set("", at, value).change(call)).status < 400]
    assert taken == []
    assert len(service.charged) == 1


def test_gemini_takes_field_names_with_underscores_as_well():
    service, key = GeminiService(), {"x-goog-api-key": gemini.KEY}
    body = {**WORDS, "generation_config": {"image_config": {"aspect_ratio": "3:4", "image_size": "1K"}}}
    told = json.loads(service.respond(asked(f"/v1beta/models/{LITE}:generateContent", key, body)).body)
    picture = told["candidates"][0]["content"]["parts"][0]["inlineData"]["data"]
    with Image.open(io.BytesIO(base64.b64decode(picture))) as drawn:
        assert drawn.size == (896, 1200)


def test_gemini_follows_the_picture_that_came_along_and_looks_at_it():
    service, key = GeminiService(), {"x-goog-api-key": gemini.KEY}

    def changed(mime: str, role: str = "user", **more: str) -> int:
        part = inline(drawing(1600, 900, "a fox", "JPEG"), mime, **more)
        words = {"role": "user", "parts": [{"text": "make it blue"}]}
        contents = [{"role": role, "parts": [part]}, words]
        call = asked(f"/v1beta/models/{LITE}:generateContent", key, {"contents": contents})
        reply = service.respond(call)
        if reply.status != 200:
            return reply.status
        data = json.loads(reply.body)["candidates"][0]["content"]["parts"][0]["inlineData"]["data"]
        with Image.open(io.BytesIO(base64.b64decode(data))) as drawn:
            assert drawn.size == (1376, 768)
        return 200

    assert changed("image/jpeg") == 200
    assert changed("image/png") == 400, "it is a JPEG"
    assert changed("image/jpeg", "model") == 400, "its own picture comes back with its signature"
    assert changed("image/jpeg", "model", thoughtSignature="c2ln") == 200


@pytest.mark.parametrize(("mode", "event"), [("ok", "batch.succeeded"), ("expired", "batch.expired")])
def test_who_has_subscribed_to_an_end_of_batches_is_told_of_it_signed(ear, mode, event):
    service, key = GeminiBatchService(), {"x-goog-api-key": gemini.KEY}
    hook = {"name": "shop", "uri": f"{ear.url}/hook", "subscribed_events": [event]}
    assert json.loads(service.respond(asked("/v1/webhooks", key, hook)).body)["new_signing_secret"].startswith("whsec_")
    other = {**hook, "subscribed_events": ["batch.cancelled"]}
    service.respond(asked("/v1/webhooks", key, other))
    service.play(mode)
    batch = {"batch": {"displayName": "row-1", "inputConfig": {"requests": {"requests": [{"request": WORDS}]}}}}
    service.respond(asked(f"/v1beta/models/{LITE}:batchGenerateContent", key, batch))
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert service.finish("b1", now) == [200]
    [heard] = ear.calls
    assert heard.json()["type"] == event
    signature = gemini_batch.signed(heard.body, "msg_1", now)[0]["webhook-signature"]
    assert heard.header("webhook-signature") == signature
