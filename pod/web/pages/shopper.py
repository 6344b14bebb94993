"""The shopper's pages: a sentence, four candidates, words, the proof on its cloth, yes, and an order.

Every step is a form that works by itself: it posts, and answers with a redirect, or with the same page, what was typed
and what is wrong with it. Scripts send the same forms without leaving the page, and ask the API how far a design is.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for
from itsdangerous import BadSignature, URLSafeSerializer

from pod.lettering import choices
from pod.model.account import Upload
from pod.model.artwork import Artwork
from pod.model.brief import MAX_SUBJECT_CHARS
from pod.model.design import Candidate, Design, DesignState
from pod.model.errors import InputRefused, PodError, Problems, TooManyRequests
from pod.model.lettering import LetteringLook
from pod.model.order import Order
from pod.model.product import BlackInk, Wrap
from pod.model.proof import ApprovalRole
from pod.services.editing import Wish, in_artwork
from pod.services.orders import MAX_QUANTITY
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.files import file_url
from pod.web.limits import WORK, limited
from pod.web.pages import shopwindow, shown, wording
from pod.web.pages.forms import OrderForm, PartForm, WishForm, Wrong, look_of, wrap_of
from pod.web.problems import STATUS, Gone
from pod.web.strings import section_of, text

pages = Blueprint("pages", __name__)

_SEE_OTHER = 303
_CHANGES = ("lettering", "cloth", "wrap")
_PICTURES_KEPT_S = 24 * 3600
_REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without those that are taken for each other when an order's number is read out."""


def _to(address: str) -> Response:
    return make_response(redirect(address, _SEE_OTHER))


# --- a new design


@pages.get("/")
@allow("anyone")
def home() -> Response:
    """`?from=<design>` fills in everything that design was asked for with; `?subject=` just a sentence."""
    like = request.args.get("from", "")
    return _home(WishForm.like(_design(like)) if like else WishForm(subject=request.args.get("subject", "")))


@pages.post("/")
@allow("anyone")
@limited(WORK)
def start() -> Response:
    form = WishForm.sent(request.form, services().catalogue.products())
    try:
        form = _with_upload(form)
        made = services().designs.request_design(caller(), form.brief(), idempotency_key=_once(form))
    except PodError as e:
        return _home(form, e)
    return _to(url_for("pages.design", design_id=made.id))


def _with_upload(form: WishForm) -> WishForm:
    """A picture that came with the form is taken first: whatever else is wrong, it need not be sent twice."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return form
    return replace(form, upload_id=services().pictures.upload(caller(), sent.read(), sent.filename).id)


def _once(form: WishForm) -> str:
    """The same form sent again is the same design; the form gone back to and changed is another."""
    wish = repr((form.key, form.brief()))
    return f"page:{hashlib.sha256(wish.encode('utf-8', 'backslashreplace')).hexdigest()}" if form.key else ""


def _home(form: WishForm, error: PodError | None = None) -> Response:
    wrong = Wrong.of(error, WishForm.FIELDS) if error else Wrong()
    shelves = shopwindow.shelves(services().catalogue.products())
    offered = [product for _, products in shelves for product in products]
    page = render_template(
        "shopper/home.html",
        form=form,
        wrong=wrong,
        focus=wrong.first(WishForm.FIELDS),
        shelves=shelves,
        product=form.product if form.product in {p.sku for p in offered} else offered[0].sku,
        styles=shopwindow.styles(Path(current_app.static_folder or "")),
        type=choices(),
        upload=_upload(form.upload_id),
        guides=services().imageservices.take_guides(caller()),
        longest=MAX_SUBJECT_CHARS,
        deleted="deleted" in request.args,
    )
    return make_response(page, STATUS[error.kind] if error else 200)


@dataclass(frozen=True, slots=True)
class _UploadShown:
    id: str
    name: str
    picture: str


def _upload(upload_id: str) -> _UploadShown | None:
    """None for one that is not there: the service says so when it is asked to use it."""
    try:
        found: Upload = services().pictures.uploaded(caller(), upload_id)
    except PodError:
        return None
    return _UploadShown(found.id, found.name, file_url(found.file))


# --- a design


@pages.get("/d/<design_id>")
@allow("link")
def design(design_id: str) -> Response:
    """`?version=` looks at an older version; `?size=` and `?quantity=` fill in the order form."""
    asked = OrderForm(size=request.args.get("size", ""), quantity=request.args.get("quantity", "1"))
    return _page(_design(design_id), _View(version_id=request.args.get("version", ""), order=asked))


def _design(design_id: str) -> Design:
    found = services().designs.get(caller(), design_id)
    if found.state is DesignState.ARCHIVED:
        raise Gone("design_deleted", text("design.gone"), text("design.gone_hint"))
    return found


@dataclass(frozen=True, slots=True)
class _View:
    """What a design's page shows beyond the design: an older version, and what was typed and is wrong."""

    version_id: str = ""
    wrong: Wrong = Wrong()
    words: str | None = None
    cloth: str = ""
    instruction: str = ""
    part: PartForm = PartForm()
    wrap: str = ""
    look: LetteringLook = LetteringLook()
    order: OrderForm = OrderForm()
    status: int = 200


_ASKED = ("instruction", "region", "font", *_CHANGES)


def _page(found: Design, view: _View) -> Response:
    seen = shown.design(found, view.version_id)
    order = view.order if view.order.token else replace(view.order, token=_order_token())
    page = render_template(
        "shopper/design.html",
        d=seen,
        view=view,
        parts=services().imageservices.change_parts(caller()),
        type=choices(),
        order=replace(order, address={"country": _country_of_browser(), **order.address}),
        wrong=view.wrong,
        focus=view.wrong.first((*_ASKED, *OrderForm.FIELDS)),
        countries=_countries(),
        most=MAX_QUANTITY,
        doubts=shown.doubts(seen),
    )
    return make_response(page, view.status)


def _stepped(design_id: str, step: Callable[[Design], object], view: _View | None = None) -> Response:
    """Takes `step` and shows the design anew; what was refused comes back with the sentence beside what was typed."""
    found = _design(design_id)
    try:
        step(found)
    except PodError as e:
        wrong = Wrong.of(e, _ASKED)
        return _page(_design(design_id), replace(view or _View(), wrong=wrong, status=STATUS[e.kind]))
    return _to(url_for("pages.design", design_id=design_id))


@pages.post("/d/<design_id>/choose")
@allow("link")
@limited(WORK)
def choose(design_id: str) -> Response:
    n = request.form.get("candidate", 0, type=int)
    return _stepped(design_id, lambda d: services().designs.choose(caller(), d.id, n))


@pages.post("/d/<design_id>/change")
@allow("link")
@limited(WORK)
def change(design_id: str) -> Response:
    """Words, cloth, what goes round an edge and what becomes of black: a form that does not have one of them leaves it as it is."""
    words, cloth, wrap = (request.form.get(name) for name in _CHANGES)
    black = next((b for b in BlackInk if b.value == request.form.get("black")), None)
    look = look_of(request.form)
    return _stepped(
        design_id,
        lambda d: services().designs.edit(
            caller(), d.id, lettering=words, cloth=cloth, wrap=wrap_of(wrap), black=black, look=look
        ),
        _View(words=words, cloth=cloth or "", wrap=wrap if wrap in set(Wrap) else "", look=look),
    )


@pages.post("/d/<design_id>/edit")
@allow("link")
@limited(WORK)
def edit(design_id: str) -> Response:
    """A sentence, or the one of the button that was pressed."""
    typed = request.form.get("instruction", "")
    part = PartForm.sent(request.form)
    wish = Wish(request.form.get("quick") or typed)
    key = request.form.get("key", "")
    once = (
        f"edit:{design_id}:{hashlib.sha256(repr((key, wish, part)).encode('utf-8', 'replace')).hexdigest()}"
        if key
        else ""
    )
    return _stepped(
        design_id,
        lambda d: _asked(d, wish, part, once),
        _View(instruction=typed, part=part),
    )


def _asked(found: Design, wish: Wish, part: PartForm, once: str) -> None:
    if not wish.instruction.strip():
        raise InputRefused("empty_instruction", text("edit.empty"), text("edit.hint"), field="instruction")
    seen = part.box()
    region = in_artwork(seen, _artwork_shown(found)) if seen and found.current_version_id else None
    services().edits.ask(caller(), found.id, replace(wish, region=region), idempotency_key=once[:255])


def _artwork_shown(found: Design) -> Artwork:
    version = services().designs.version(caller(), found.id, found.current_version_id)
    return services().designs.artwork(caller(), version.recipe.artwork.artwork_id)


@pages.post("/d/<design_id>/back")
@allow("link")
@limited(WORK)
def go_back(design_id: str) -> Response:
    version_id = request.form.get("version", "")
    return _stepped(design_id, lambda d: services().designs.go_back(caller(), d.id, version_id))


@pages.post("/d/<design_id>/retry")
@allow("link")
@limited(WORK)
def retry(design_id: str) -> Response:
    return _stepped(design_id, lambda d: services().designs.try_again(caller(), d.id))


@pages.post("/d/<design_id>/approve")
@allow("link")
def approve(design_id: str) -> Response:
    """Of the version that was on the page, with the proofs that were there, and no other."""

    def yes(found: Design) -> None:
        version_id, seen = request.form["version"], request.form.getlist("own")
        services().approvals.approve(caller(), found.id, ApprovalRole.SHOPPER, version_id=version_id, own_prints=seen)

    return _stepped(design_id, yes)


def _style_of(liked: Candidate) -> str:
    artwork = services().designs.artwork(caller(), liked.artwork_id) if liked.artwork_id else None
    return wording.style_shown(liked, artwork)


@pages.post("/d/<design_id>/again")
@allow("link")
@limited(WORK)
def again(design_id: str) -> Response:
    """The same wish with new seeds; in the style of one candidate where that is named."""
    found = _design(design_id)
    n = request.form.get("candidate", 0, type=int)
    liked = next((c for c in found.candidates if c.n == n and c.prompt), None)
    brief = replace(found.brief, seed=None, style=_style_of(liked) if liked else found.brief.style)
    key = request.form.get("key", "")
    try:
        made = services().designs.request_design(
            caller(), brief, idempotency_key=f"again:{design_id}:{n}:{key}"[:255] if key else ""
        )
    except PodError as e:
        return _page(found, _View(wrong=Wrong.of(e, ()), status=STATUS[e.kind]))
    return _to(url_for("pages.design", design_id=made.id))


@pages.post("/d/<design_id>/delete")
@allow("link")
def delete(design_id: str) -> Response:
    services().designs.delete(caller(), _design(design_id).id)
    return _to(url_for("pages.home", deleted=1))


# --- an order


@pages.post("/d/<design_id>/order")
@allow("link")
@limited(WORK)
def place_order(design_id: str) -> Response:
    found, form = _design(design_id), OrderForm.sent(request.form)
    version_id = request.form.get("version", "")
    try:
        placed = _placed(found, form, version_id)
    except PodError as e:
        wrong = Wrong.of(e, OrderForm.FIELDS)
        return _page(found, _View(version_id, wrong, order=form, status=STATUS[e.kind]))
    return _to(url_for("pages.order", order_id=placed.id))


def _placed(found: Design, form: OrderForm, version_id: str) -> Order:
    version = services().designs.version(caller(), found.id, version_id)
    product = services().catalogue.product(version.recipe.product)
    reference, to = _reference(form.token), form.ship_to()
    items = [form.item(version.id, product, version.recipe.cloth)]
    wrong = [*form.wrong(product.sizes), *services().orders.wrong(caller(), reference, to, items)]
    # that there is no such variant says again that no size was chosen
    wrong = [(where, e) for where, e in wrong if e.code != "unknown_variant"]
    if wrong:
        raise Problems("order", text("order.wrong"), wrong)
    return services().orders.place(caller(), reference, to, items)[0]


def _order_token() -> str:
    """The number of the order to come, made once for each form, and signed: nobody can ask for another's."""
    letters = "".join(secrets.choice(_REFERENCE_LETTERS) for _ in range(10))
    return str(_signer().dumps(f"P-{letters[:5]}-{letters[5:]}"))


def _reference(token: str) -> str:
    try:
        return str(_signer().loads(token))
    except BadSignature as e:
        raise InputRefused("order_form", text("order.old_form"), text("order.old_form_hint")) from e


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(services().settings.secret_key, salt="pod.order-form")


def _countries() -> list[tuple[str, str]]:
    """(code, name), by name."""
    return sorted(section_of("country").items(), key=lambda row: row[1])


def _country_of_browser() -> str:
    """The region of the language that the browser asks for first, where it names one: a guess that saves a choice."""
    best = request.accept_languages.best or ""
    region = re.fullmatch(r"[a-z]{2,3}-([A-Z]{2})", best)
    return region[1] if region and region[1] in section_of("country") else ""


# --- pictures of the products


@pages.get("/pictures/<sku>/<cloth>.webp")
@allow("anyone")
def product_picture(sku: str, cloth: str) -> Response:
    return _picture(services().showroom.with_example(sku, cloth))


@pages.get("/pictures/<sku>/<area>/<cloth>.webp")
@allow("anyone")
def empty_product(sku: str, area: str, cloth: str) -> Response:
    return _picture(services().showroom.empty(sku, area, cloth))


def _picture(webp: bytes) -> Response:
    response = Response(webp, mimetype="image/webp")
    response.headers["Cache-Control"] = f"public, max-age={_PICTURES_KEPT_S}"
    response.set_etag(hashlib.sha256(webp).hexdigest())
    response.make_conditional(request)
    return response


# --- too often


@pages.errorhandler(TooManyRequests)
def too_often(error: TooManyRequests) -> Response:
    """The page that was sent comes back with what was typed on it, and says when to go on."""
    response = _as_it_was(error)
    if "retry_after_s" in error.details:
        response.headers["Retry-After"] = str(error.details["retry_after_s"])
    return response


def _as_it_was(error: PodError) -> Response:
    general, status = Wrong(general=(error,)), STATUS[error.kind]
    if request.endpoint == "pages.start":
        return _home(WishForm.sent(request.form, services().catalogue.products()), error)
    found = _design((request.view_args or {})["design_id"])
    if request.endpoint == "pages.place_order":
        version_id = request.form.get("version", "")
        return _page(found, _View(version_id, general, order=OrderForm.sent(request.form), status=status))
    words, instruction = request.form.get("lettering"), request.form.get("instruction", "")
    return _page(found, _View(wrong=general, words=words, instruction=instruction, status=status))
