"""Errors of the service (RFC 9457)."""

from __future__ import annotations

from typing import Any

import httpx


class Problem(Exception):
    """The service refused a request: ``status``, ``type`` (such as ``unit-required``), ``detail``, and ``errors``,
    which name the parameters at fault and what would do instead. ``retry_after`` is in seconds, where waiting helps."""

    def __init__(self, status: int, type: str, detail: str, errors: list[dict[str, Any]], retry_after: int | None):
        hints = [
            f"{error.get('parameter') or error.get('pointer')}: did you mean {error['didYouMean']!r}?"
            for error in errors
            if "didYouMean" in error
        ]
        super().__init__(" ".join([f"{status} {type}: {detail}", *hints]))
        self.status = status
        self.type = type
        self.detail = detail
        self.errors = errors
        self.retry_after = retry_after


def raise_for_problem(response: httpx.Response) -> None:
    """Raises what a response says is wrong; its body must have been read."""
    if response.is_success:
        return
    try:
        body = response.json()
    except ValueError:
        body = {}
    if not isinstance(body, dict):
        body = {}
    wait = response.headers.get("retry-after", "")
    raise Problem(
        response.status_code,
        str(body.get("type", "")).removeprefix("/problems/") or "unknown",
        str(body.get("detail") or f"{response.url} did not answer as article-facts does"),
        list(body.get("errors") or []),
        int(wait) if wait.isdigit() else None,
    )
