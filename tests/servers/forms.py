"""Multipart forms: read by the standard library's mail parser, and changed on their way."""

from __future__ import annotations

import email
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.servers.imageservice import Call, Mutation, Refused, body_set, header_set

BOUNDARY = "a-boundary-of-our-own"


@dataclass
class Form:
    texts: dict[str, str]
    files: dict[str, bytes]


def form_of(call: Call, refused: Callable[[str], Refused]) -> Form:
    """A field given twice, one without a name and a body that is no form are refused."""
    form = Form({}, {})
    for name, data, is_file in _parts(call, refused):
        if not name or name in form.texts or name in form.files:
            raise refused(f"{name or 'A field without a name'} cannot be there.")
        if is_file:
            form.files[name] = data
        else:
            form.texts[name] = data.decode("utf-8", "replace")
    return form


def _parts(call: Call, refused: Callable[[str], Refused]) -> list[tuple[str, bytes, bool]]:
    head = f"Content-Type: {call.header('Content-Type')}\r\n\r\n".encode()
    message = email.message_from_bytes(head + call.body)
    if not message.is_multipart():
        raise refused("The body is no multipart form.")
    return [
        (
            str(part.get_param("name", "", header="content-disposition")),
            part.get_payload(decode=True),
            part.get_filename() is not None,
        )
        for part in message.get_payload()
    ]


# --- changed on their way


def form_set(name: str, field: str, value: str) -> Mutation:
    """The form with another text in a field, or with the field where it has none."""
    return Mutation(name, lambda call: _changed(call, lambda form: form.texts.__setitem__(field, value)))


def form_without(name: str, field: str) -> Mutation:
    return Mutation(name, lambda call: _changed(call, lambda form: form.texts.pop(field)))


def form_mutations(auth_header: str) -> tuple[Mutation, ...]:
    """Those that any service refuses which takes forms under a key."""
    return (
        header_set("no key", auth_header, ""),
        header_set("another key", auth_header, "not-the-key"),
        Mutation("GET", lambda call: replace(call, method="GET", body=b"")),
        Mutation("PUT", lambda call: replace(call, method="PUT")),
        Mutation("another path", lambda call: replace(call, path=f"{call.path}x")),
        body_set("no body", b""),
        header_set("no boundary", "Content-Type", "multipart/form-data"),
        header_set("said to be a form of a page", "Content-Type", "application/x-www-form-urlencoded"),
        Mutation("JSON", _as_json),
        form_set("an unknown field", "frobnicate", "1"),
    )


def _changed(call: Call, change: Callable[[Form], object]) -> Call:
    form = form_of(call, _unreadable)
    change(form)
    return _with_form(call, form)


def _unreadable(words: str) -> Refused:
    raise AssertionError(f"only a form can be changed: {words}")


def _with_form(call: Call, form: Form) -> Call:
    line = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
    texts = [f'{line}"{name}"\r\n\r\n{text}\r\n'.encode() for name, text in form.texts.items()]
    files = [
        f'{line}"{name}"; filename="{name}.png"\r\nContent-Type: image/png\r\n\r\n'.encode() + data + b"\r\n"
        for name, data in form.files.items()
    ]
    body = b"".join((*texts, *files, f"--{BOUNDARY}--\r\n".encode()))
    kept = {n: v for n, v in call.headers.items() if n.lower() != "content-type"}
    headers = {**kept, "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    return replace(call, headers=headers, body=body)


def _as_json(call: Call) -> Call:
    kept = {n: v for n, v in call.headers.items() if n.lower() != "content-type"}
    return replace(call, headers={**kept, "Content-Type": "application/json"}, body=b'{"prompt": "a fox"}')
