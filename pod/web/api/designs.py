"""``/designs``: ask for one, look, choose, change, approve."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, make_response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from werkzeug.http import parse_etags

from pod import __version__
from pod.model.design import Design, DesignState, Standing, Version
from pod.model.lettering import LetteringLook
from pod.model.proof import ApprovalRole
from pod.services.variations import told_alike
from pod.web.api import design_shapes as shapes
from pod.web.api.candidate_shapes import CandidateOut
from pod.web.api.shapes import Asked, ComparedHeader, IdempotencyHeader, Word, answered
from pod.web.api.version_shapes import ApprovalOut, FilesOut, VersionOut, VersionsOut
from pod.web.auth import allow, asking_for
from pod.web.context import caller, services
from pod.web.files import address_period
from pod.web.idempotency import answered_once, replayed
from pod.web.limits import LOOKS, WORK, limited, slow
from pod.web.problems import Gone

api = APIBlueprint("designs", __name__, url_prefix="/api/v1/designs", abp_tags=[Tag(name="designs")])


class FilesAsked(Asked):
    version: Word = ""


@api.post("", responses={202: shapes.DesignAccepted})
@allow("customer")
@limited(WORK)
def ask_for_a_design(header: IdempotencyHeader, body: shapes.DesignAsked) -> Response:
    """Starts a design. Its candidates are drawn while you ask `GET /designs/{id}` how far they are."""
    design, new = services().designs.request_once(asking_for(body.customer), body.brief(), header.key)
    # a design that has just been accepted is briefed: the answer to a repeat is the answer that was given then
    accepted = shapes.DesignAccepted(id=design.id, state=DesignState.BRIEFED.value, links=shapes.links(design.id))
    response = answered(accepted, 202)
    response.headers["Location"] = accepted.links["self"]
    return response if new else replayed(response)


@api.get("", responses={200: shapes.DesignsOut})
@allow("viewer")
def list_designs(query: shapes.DesignListing) -> Response:
    """Designs, newest first, with how many there are in each state."""
    page = services().designs.page(
        caller(), state=query.state, product=query.product, q=query.q, cursor=query.cursor, limit=query.limit
    )
    return answered(shapes.DesignsOut.of(page))


@api.get("/<design_id>", responses={200: shapes.DesignOut, 304: {"description": "Nothing has changed."}})
@allow("link")
def show_design(path: shapes.DesignPath, header: ComparedHeader) -> Response:
    """Where a design stands. Send its ETag back as `If-None-Match`: 304 while nothing has changed."""
    standing = services().designs.standing(caller(), path.design_id)
    _refuse_deleted(standing.state)
    if parse_etags(header.known).contains(_etag(standing)):
        return _to_be_compared(make_response("", 304), standing)
    design = services().designs.get(caller(), path.design_id)
    return _to_be_compared(answered(_whole(design)), design)


def _to_be_compared(response: Response, shown: Standing | Design) -> Response:
    response.set_etag(_etag(shown))
    # may be kept for comparing, never shown without asking
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _etag(shown: Standing | Design) -> str:
    """Changes with the design, with the addresses of its pictures, with who looks, and with what a release makes of it."""
    whose = "shop" if caller().may_look() else "link"
    return f"{shown.revision}-{address_period()}-{whose}-{__version__}"


def _design(design_id: str) -> Design:
    design = services().designs.get(caller(), design_id)
    _refuse_deleted(design.state)
    return design


def _refuse_deleted(state: DesignState) -> None:
    if state is DesignState.ARCHIVED and not caller().may_look():
        raise Gone("design_deleted", "This design has been deleted.", "Start a new one.")


def _whole(design: Design) -> shapes.DesignOut:
    designs, me = services().designs, caller()
    pictures = {c.n: designs.pictures_of(me, c) for c in design.candidates}
    told = told_alike(design.candidates, {name: art for own in pictures.values() for name, art in own.items()})
    own_words = designs.sets_own_words(me, design)
    worded = own_words and designs.on_its_first_cloth(me, design)
    candidates = tuple(CandidateOut.of(c, pictures[c.n], own_words=own_words, worded=worded) for c in told)
    version_id = design.current_version_id
    version = _version(design, version_id) if version_id else None
    files = _files(design, version_id) if version_id else None
    return shapes.DesignOut.whole(design, designs.progress(design), candidates, version, files)


def _version(design: Design, version_id: str) -> VersionOut:
    designs, me = services().designs, caller()
    return VersionOut.of(designs.version(me, design.id, version_id), designs.approvals(me, version_id))


def _files(design: Design, version_id: str) -> FilesOut:
    designs, me = services().designs, caller()
    files, proofs = designs.files(me, design.id, version_id)
    return FilesOut.of(version_id, design.brief.product, files, proofs, designs.own_prints(me, version_id))


@api.delete("/<design_id>", responses={204: None})
@allow("link")
def delete_design(path: shapes.DesignPath) -> Response:
    """Puts the design away for good."""
    services().designs.delete(caller(), path.design_id)
    return make_response("", 204)


@api.post("/<design_id>/choose", responses={202: VersionOut})
@allow("link")
@limited(WORK)
def choose_candidate(path: shapes.DesignPath, header: IdempotencyHeader, body: shapes.ChoiceAsked) -> Response:
    """Makes the next version of a candidate; its print files and proof follow."""
    return _made_once(header.key, body, lambda: services().designs.choose(caller(), path.design_id, body.candidate))


def _made_once(key: str, body: Asked, make: Callable[[], Version]) -> Response:
    """A version that has been begun."""
    return answered_once(key, body.model_dump(), lambda: (202, VersionOut.of(make(), ()).model_dump(mode="json")))


@api.post("/<design_id>/looks", responses={200: {"description": "A picture.", "content": {"image/webp": {}}}})
@allow("link")
@limited(LOOKS)
@slow
def look_at_an_edit(path: shapes.DesignPath, body: shapes.LookAsked) -> Response:
    """How an edit would look on the product, as a light picture. Nothing is made of it."""
    picture = services().designs.look(
        caller(),
        path.design_id,
        lettering=body.lettering,
        cloth=body.cloth,
        wrap=body.wrap,
        layer=body.layer,
        lettered=LetteringLook(body.font, body.layout, body.effect),
    )
    return Response(picture, mimetype="image/webp")


@api.post("/<design_id>/restore", responses={202: VersionOut})
@allow("link")
@limited(WORK)
def restore_version(path: shapes.DesignPath, body: shapes.RestoreAsked) -> Response:
    """An older version's recipe becomes the next version; what came between stays."""
    version = services().designs.go_back(caller(), path.design_id, body.version)
    return answered(VersionOut.of(version, ()), 202)


@api.post("/<design_id>/retry", responses={202: shapes.DesignRow})
@allow("link")
@limited(WORK)
def try_again(path: shapes.DesignPath) -> Response:
    """Draws again what could not be drawn, or prepares again what could not be prepared."""
    return answered(shapes.DesignRow.of(services().designs.try_again(caller(), path.design_id)), 202)


@api.post("/<design_id>/approve", responses={200: ApprovalOut})
@allow("link")
def approve_design(path: shapes.DesignPath, body: shapes.ApprovalAsked) -> Response:
    """Says yes to exactly the artwork, recipe and print files that there are now, and to own prints that have come since."""
    approval = services().approvals.approve(
        caller(), path.design_id, ApprovalRole(body.role), version_id=body.version, own_prints=body.own_prints
    )
    return answered(ApprovalOut.of(approval))


@api.post("/<design_id>/reject", responses={200: shapes.DesignRow})
@allow("link")
def reject_design(path: shapes.DesignPath, body: shapes.ReasonAsked) -> Response:
    """Says no, with a reason that the customer reads. It can be chosen and changed again."""
    return answered(shapes.DesignRow.of(services().approvals.reject(caller(), path.design_id, body.reason)))


@api.get("/<design_id>/versions", responses={200: VersionsOut})
@allow("link")
def list_versions(path: shapes.DesignPath) -> Response:
    """Every version, oldest first; each keeps its files and its approvals."""
    designs, me = services().designs, caller()
    _refuse_deleted(designs.standing(me, path.design_id).state)
    found = designs.versions(me, path.design_id)
    items = tuple(VersionOut.of(v, designs.approvals(me, v.id)) for v in found)
    return answered(VersionsOut(items=items))


@api.get("/<design_id>/files", responses={200: FilesOut})
@allow("link")
def list_files(path: shapes.DesignPath, query: FilesAsked) -> Response:
    """Print files and proofs of a version, the current one unless named; empty while they are made."""
    design = _design(path.design_id)
    return answered(_files(design, query.version or design.current_version_id))
