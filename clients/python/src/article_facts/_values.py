"""Python values as parameters of the service, and its JSON as objects."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from .api.models import ActorClaim, DateClaim, FigureClaim, QuoteClaim

Parameter = str | int | float | bool | datetime.date
"""One value of a parameter."""

_claims = {"actor": ActorClaim, "date": DateClaim, "figure": FigureClaim, "quote": QuoteClaim}


def to_claim(data: Mapping[str, Any]) -> Any:
    """A claim as the object of its type. A type that this version does not know stays a dict."""
    model = _claims.get(data["type"])
    return data if model is None else model.from_dict(data)


def to_parameters(given: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Parameters of a query: None is left out, a list becomes several."""
    return [
        (name.removesuffix("_"), _to_text(value))
        for name, values in given.items()
        if values is not None
        for value in (values if _is_several(values) else [values])
    ]


def _is_several(values: Any) -> bool:
    return isinstance(values, Iterable) and not isinstance(values, str)


def _to_text(value: Parameter) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)
