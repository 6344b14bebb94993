"""Whether a design is sold with its buyers' own words: chosen beside what is put on sale."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.design import Design
from pod.model.errors import NotFound, PodError
from pod.model.personal import Cover
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.frame import ops, tell

CLOSED = "no"


def offered(design: Design) -> str:
    """Whose yes buyers' words need; `CLOSED` where the design is not open to them, "" where it has no words that are type."""
    if not design.current_version_id:
        return ""
    version = services().designs.version(caller(), design.id, design.current_version_id)
    if version.recipe.lettering is None:
        return ""
    try:
        return services().offers.get(caller(), design.id).cover.value
    except NotFound:
        return CLOSED


@ops.post("/designs/<design_id>/personal")
@allow("operator")
def personal(design_id: str) -> ResponseReturnValue:
    chosen = request.form.get("cover", "")
    try:
        if chosen in set(Cover):
            services().offers.open(caller(), design_id, Cover(chosen))
        else:
            services().offers.close(caller(), design_id)
        tell("ops_personal.done")
    except PodError as e:
        tell("ops_publish.failed", why=e)
    return redirect(url_for("ops.publishing", design_id=design_id), 303)
