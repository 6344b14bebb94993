"""What a request brings along beside its words: the picture that an edit changes, or the guide that a brief came with."""

from __future__ import annotations

from dataclasses import replace

from pod.model.job import Job
from pod.providers.base import Outcome, ProviderRequest, PutsUp
from pod.services.editing.tasks import reference_task
from pod.services.editing.work import reference_picture
from pod.services.provider_call import SUBMITS, Call
from pod.services.sentpictures import GuideTask, guide_picture, mask_like
from pod.services.toolbox import Toolbox

_READ_S, _READ_MB = 60.0, 3072


def with_pictures(tools: Toolbox, call: Call) -> ProviderRequest:
    """The call's request with its pictures read."""
    request, ground = call.request, call.request.prompt.key_rgb
    if edit := call.candidate.edit:
        before = reference_task(tools, call.design.tenant_id, edit, ground)
        picture = tools.offload.call(reference_picture, before, timeout_s=_READ_S, memory_mb=_READ_MB)
        if edit.region and call.provider.capabilities.masks:
            request = replace(request, mask=mask_like(picture, edit.region))
    else:
        path = tools.files.path(call.design.brief.reference_sha256)
        guide = GuideTask(path, ground, request.width_px, request.height_px)
        picture = tools.offload.call(guide_picture, guide, timeout_s=_READ_S, memory_mb=_READ_MB)
    return replace(request, references=(picture,))


def put_up(tools: Toolbox, job: Job, call: Call) -> Call | Outcome:
    """The call with the addresses of its pictures, which stand in the ledger before it is made: asked again under its key,
    it is the same request. A call without them has surely not been made yet."""
    if not (call.request.references and call.how in SUBMITS and isinstance(call.provider, PutsUp)):
        return call
    row, there = call.row, tuple(call.row.sent_along.split())
    if not there:
        found = call.provider.put_up(call.request)
        if isinstance(found, Outcome):
            return found
        with tools.fenced(job) as tx:
            row, there = tx.ledger.put_up(row, " ".join(found)), found
    return replace(call, row=row, request=replace(call.request, addresses=there))
