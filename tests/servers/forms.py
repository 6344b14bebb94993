"""Multipart forms for the test servers: read by the standard library's mail parser, and changed on their way."""

from __future__ import annotations

import email
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from tests.servers.imageservice import Call, Mutation, body_set, header_set


class Field(NamedTuple):
    """A field with a file name is a file."""

    name: str
    file_name: str
    media_type: str
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "replace")


def read_form(call: Call) -> list[Field]:
    """`ValueError` where the body is no multipart form."""
    head = f"Content-Type: {call.header('Content-Type')}\r\n\r\n".encode()
    message = email.message_from_bytes(head + call.body)
    if message.get_content_type() != "multipart/form-data" or not message.is_multipart():
        raise ValueError("The body is no multipart form.")
    return [
        Field(
            str(part.get_param("name", header="content-disposition")),
            str(part.get_filename() or ""),
            part.get_content_type(),
            part.get_payload(decode=True) or b"",
        )
        for part in message.get_payload()
    ]


def named_form(call: Call) -> tuple[dict[str, str], dict[str, bytes]]:
    """A form's texts and its files, by name. `ValueError` where it is none, or a field is there twice."""
    form = read_form(call)
    if len({f.name for f in form}) < len(form):
        raise ValueError("A field is there twice.")
    return {f.name: f.text for f in form if not f.file_name}, {f.name: f.data for f in form if f.file_name}


def with_form(call: Call, fields: Iterable[Field]) -> Call:
    boundary = "changed-on-its-way"
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{f.name}"'.encode()
        + (f'; filename="{f.file_name}"\r\nContent-Type: {f.media_type}'.encode() if f.file_name else b"")
        + b"\r\n\r\n"
        + f.data
        + b"\r\n"
        for f in fields
    ]
    headers = {n: v for n, v in call.headers.items() if n.lower() != "content-type"}
    headers["Content-Type"] = f"multipart/form-data; boundary={boundary}"
    return replace(call, headers=headers, body=b"".join(parts) + f"--{boundary}--\r\n".encode())


def form_set(name: str, field: str, value: str | None) -> Mutation:
    """The form with another text in a field, which is added where it is missing; None takes it away."""

    def change(call: Call) -> Call:
        others = [f for f in read_form(call) if f.name != field]
        return with_form(call, others if value is None else [*others, Field(field, "", "", value.encode())])

    return Mutation(name, change)


def file_set(name: str, field: str, data: bytes) -> Mutation:
    def change(call: Call) -> Call:
        others = [f for f in read_form(call) if f.name != field]
        return with_form(call, [*others, Field(field, "picture.png", "image/png", data)])

    return Mutation(name, change)


def method_set(method: str) -> Mutation:
    return Mutation(method, lambda call: replace(call, method=method, body=b"" if method == "GET" else call.body))


def form_mutations(auth_header: str) -> tuple[Mutation, ...]:
    """Those that any service refuses which takes forms under a key."""
    changed: tuple[tuple[str, Callable[[Call], Call]], ...] = (
        ("another path", lambda call: replace(call, path=f"{call.path}x")),
        ("an empty form", lambda call: with_form(call, ())),
        ("half the body", lambda call: replace(call, body=call.body[: len(call.body) // 2])),
    )
    return (
        header_set("no key", auth_header, ""),
        header_set("another key", auth_header, "not-the-key"),
        header_set("a form that is said to be JSON", "Content-Type", "application/json"),
        header_set("a form without its boundary", "Content-Type", "multipart/form-data"),
        body_set("JSON for a form", b'{"prompt": "a fox"}'),
        body_set("no body", b""),
        form_set("an unknown field", "frobnicate", "1"),
        method_set("GET"),
        method_set("PUT"),
        *(Mutation(name, change) for name, change in changed),
    )
