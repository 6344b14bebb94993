"""What a query to Shopify says: what it costs, what it looks for, and which page of it."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from graphql import FieldNode, GraphQLError, IntValueNode, OperationDefinitionNode, VariableNode
from graphql.language import DocumentNode, Node

MOST_POINTS = 1000
_MOST_OF_A_PAGE = 250


def in_their_words(error: GraphQLError) -> dict[str, Any]:
    """In Shopify's words, where a field is asked for that there is not."""
    where = [{"line": at.line, "column": at.column} for at in error.locations or ()]
    unknown = re.match(r"Cannot query field '(\w+)' on type '(\w+)'", error.message)
    if unknown is None:
        return {"message": error.message, "locations": where}
    field, kind = unknown.groups()
    extensions = {"code": "undefinedField", "typeName": kind, "fieldName": field}
    return {"message": f"Field '{field}' doesn't exist on type '{kind}'", "locations": where, "extensions": extensions}


def too_much(points: int) -> dict[str, Any]:
    words = f"Query cost is {points}, which exceeds the single query max cost limit ({MOST_POINTS})."
    return {"message": words, "extensions": {"code": "MAX_COST_EXCEEDED", "cost": points, "maxCost": MOST_POINTS}}


def operations(document: DocumentNode) -> Iterator[OperationDefinitionNode]:
    """Fragments would hide what a query costs: there is no need for them here."""
    for definition in document.definitions:
        if not isinstance(definition, OperationDefinitionNode):
            raise NotImplementedError("This server does not count the cost of fragments.")
        yield definition


def cost_of(node: Any, variables: Mapping[str, Any]) -> int:
    """An object is a point, and what stands in a list or in a connection counts as often as it is asked for."""
    selections = node.selection_set.selections if getattr(node, "selection_set", None) else ()
    below = {child.name.value: cost_of(child, variables) for child in selections}
    if not isinstance(node, FieldNode):
        return sum(below.values())
    asked = next((_int(a.value, variables) for a in node.arguments or () if a.name.value in ("first", "last")), 1)
    about_the_page = below.pop("pageInfo", 0)
    is_box = node.name.value == "edges" or below.keys() & {"nodes", "edges"}
    each = sum(below.values()) + (1 if selections and not is_box else 0)
    return asked * each + about_the_page


def _int(value: Node, variables: Mapping[str, Any]) -> int:
    if isinstance(value, VariableNode):
        return int(variables[value.name.value])
    assert isinstance(value, IntValueNode)
    return int(value.value)


def id_number(kind: str, gid: str) -> int:
    found = re.fullmatch(rf"gid://shopify/{kind}/(\d+)", gid)
    if found is None:
        raise GraphQLError(f"Invalid global id '{gid}'")
    return int(found[1])


_TERM = re.compile(r"(\w+):(>=|<=|>|<|)('[^']*'|\"[^\"]*\"|[^\s:()]+)")
_COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    "": lambda a, b: a == b,
}


def searched(query: str | None) -> list[Callable[[Mapping[str, Any]], bool]]:
    """A moment has colons, which mean something in a search: it has to be quoted."""
    terms = [t for t in re.split(r"\s+(?:AND\s+)?", (query or "").strip()) if t]
    return [_test(term) for term in terms]


def _test(term: str) -> Callable[[Mapping[str, Any]], bool]:
    found = _TERM.fullmatch(term)
    if found is None or found[1] not in ("updated_at", "created_at"):
        raise GraphQLError(f"Invalid search: {term}")
    field, how, value = found.groups()
    moment = datetime.fromisoformat(value.strip("'\""))
    return lambda order: _COMPARED[how](datetime.fromisoformat(order[field]), moment)


def by_id(row: Any) -> list[Any]:
    return [row["id"]]


def paged(
    rows: Sequence[Any],
    key: Callable[[Any], list[Any]],
    view: Callable[[Any], Any],
    *,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
    reverse: bool = False,
) -> dict[str, Any]:
    if last is not None or before is not None:
        raise NotImplementedError("This server turns pages forwards only.")
    if first is None:
        raise GraphQLError("you must provide one of first or last")
    if first > _MOST_OF_A_PAGE:
        raise GraphQLError(f"first cannot exceed {_MOST_OF_A_PAGE}")
    ordered = sorted(rows, key=key, reverse=reverse)
    if after is not None:
        seen = json.loads(base64.b64decode(after))
        ordered = [r for r in ordered if (key(r) < seen if reverse else key(r) > seen)]
    cursors = [base64.b64encode(json.dumps(key(r)).encode()).decode() for r in ordered[:first]]
    nodes = [view(r) for r in ordered[:first]]
    ends = {"startCursor": cursors[0], "endCursor": cursors[-1]} if cursors else {}
    return {
        "nodes": nodes,
        "edges": [{"cursor": c, "node": n} for c, n in zip(cursors, nodes, strict=True)],
        "pageInfo": {"hasNextPage": len(ordered) > first, "hasPreviousPage": after is not None, **ends},
    }
