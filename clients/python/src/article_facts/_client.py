"""The client."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import httpx

from ._problem import raise_for_problem
from ._values import to_claim, to_parameters
from .api.models import (
    Actor,
    Article,
    ChangeRecord,
    ClaimSource,
    Comparison,
    DateClaim,
    Extraction,
    FigureClaim,
    Ingestion,
    QuoteClaim,
)

T = TypeVar("T")


class ArticleFacts:
    """A service of article-facts.

    ``base_url``: where it is, such as ``http://127.0.0.1:3000``. ``key``: an API key, for writing and where reading
    needs one. ``timeout``: in seconds. ``transport``: of httpx, for tests and retries.
    """

    def __init__(
        self,
        base_url: str,
        key: str | None = None,
        *,
        timeout: float = 30,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        headers = {"accept": "application/json"} | ({} if key is None else {"authorization": f"Bearer {key}"})
        self._http = httpx.Client(
            base_url=base_url.rstrip("/"), headers=headers, timeout=timeout, transport=transport, follow_redirects=True
        )

    def __enter__(self) -> ArticleFacts:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes its connections."""
        self._http.close()

    # lists: all that match, page after page as they are wanted

    def claims(self, **filters: Any) -> Iterator[Any]:
        """Claims of any type."""
        return self._items("/v1/claims", to_claim, filters)

    def figures(self, **filters: Any) -> Iterator[FigureClaim]:
        """Figures, by what they measure, whom they are of, and when."""
        return self._items("/v1/figures", FigureClaim.from_dict, filters)

    def quotes(self, **filters: Any) -> Iterator[QuoteClaim]:
        """Who said what."""
        return self._items("/v1/quotes", QuoteClaim.from_dict, filters)

    def dates(self, **filters: Any) -> Iterator[DateClaim]:
        """Time expressions, resolved."""
        return self._items("/v1/dates", DateClaim.from_dict, filters)

    def actors(self, **filters: Any) -> Iterator[Actor]:
        """Persons, organizations, places and events, most mentioned first."""
        return self._items("/v1/actors", Actor.from_dict, filters)

    def articles(self, **filters: Any) -> Iterator[Article]:
        """Articles."""
        return self._items("/v1/articles", Article.from_dict, filters)

    def comparisons(self, **filters: Any) -> Iterator[Comparison]:
        """Figures of the same thing in several articles, with whether they agree."""
        return self._items("/v1/comparisons", Comparison.from_dict, filters)

    def facets(self, by: str | list[str], **filters: Any) -> dict[str, dict[str, int]]:
        """Numbers of claims by properties: ``{"type": {"figure": 12, ...}}``."""
        body = self._get("/v1/claims/facets", {"by": by, **filters})
        return {facet["by"]: {one["value"]: one["count"] for one in facet["values"]} for facet in body["facets"]}

    # one by its id

    def claim(self, id: str) -> Any:
        """A claim."""
        return to_claim(self._get(f"/v1/claims/{quote(id, safe='')}"))

    def source(self, id: str) -> ClaimSource:
        """A claim's words, cut afresh from the text, with what stands around them and the hash of the text."""
        return ClaimSource.from_dict(self._get(f"/v1/claims/{quote(id, safe='')}/source"))

    def article(self, id: str, **expand: Any) -> Article:
        """An article; with ``expand="text"`` its text too."""
        return Article.from_dict(self._get(f"/v1/articles/{quote(id, safe='')}", expand))

    def actor(self, id: str) -> Actor:
        """An actor."""
        return Actor.from_dict(self._get(f"/v1/actors/{quote(id, safe='')}"))

    # everything

    def export(self, **filters: Any) -> Iterator[Any]:
        """Every claim under the filters, in one stream from one state of the data.

        Raises ``httpx.RemoteProtocolError`` when the stream is cut off before its end.
        """
        query = to_parameters({**filters, "format": "ndjson"})
        with self._http.stream("GET", "/v1/claims/export", params=query) as response:
            if not response.is_success:
                response.read()
            raise_for_problem(response)
            for line in response.iter_lines():
                data = json.loads(line)
                if data["type"] == "end":
                    return
                yield to_claim(data)
        raise httpx.RemoteProtocolError("the export was cut off before its end")

    def export_parquet(self, path: str | Path, **filters: Any) -> Path:
        """Writes every claim under the filters into a Parquet file, which is there whole or not at all."""
        target = Path(path)
        part = target.with_name(f"{target.name}.part")
        query = to_parameters({**filters, "format": "parquet"})
        try:
            with self._http.stream("GET", "/v1/claims/export", params=query) as response, part.open("wb") as file:
                if not response.is_success:
                    response.read()
                raise_for_problem(response)
                for chunk in response.iter_bytes():
                    file.write(chunk)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        return target

    def changes(self, after: str | None = None, **options: Any) -> Iterator[tuple[ChangeRecord, str]]:
        """What changed since a cursor, oldest first, up to now. Each change comes with the cursor of its page's end:
        keep the one of the last change, and go on from there next time."""
        while True:
            body = self._get("/v1/changes", {**options, "after": after})
            after = body["next"]
            for change in body["items"]:
                yield ChangeRecord.from_dict(change), body["next"]
            if not body["more"]:
                return

    # texts

    def extract(
        self, text: str, *, published_at: datetime.date | str | None = None, url: str | None = None
    ) -> Extraction:
        """The claims of a text; nothing is stored. ``published_at`` is what ``last year`` is counted from."""
        return Extraction.from_dict(self._post("/v1/extract", {"text": text, "publishedAt": published_at, "url": url}))

    def store(
        self,
        text: str | None = None,
        *,
        html: str | None = None,
        dry_run: bool = False,
        published_at: datetime.date | str | None = None,
        **about: str | None,
    ) -> Ingestion:
        """Stores an article as text or as a page, with what is known of it (``url``, ``title``, ``publication`` ...).
        Needs a key with the scope ``ingest``."""
        body = {"text": text, "html": html, "publishedAt": published_at, **about}
        return Ingestion.from_dict(self._post("/v1/articles", body, {"dryRun": dry_run} if dry_run else {}))

    def delete(self, article_id: str) -> None:
        """Deletes an article and its claims. Needs a key with the scope ``ingest``."""
        raise_for_problem(self._http.delete(f"/v1/articles/{quote(article_id, safe='')}"))

    def _items(self, path: str, make: Callable[[Any], T], filters: dict[str, Any]) -> Iterator[T]:
        after = filters.pop("after", None)
        while True:
            body = self._get(path, {**filters, "after": after})
            yield from map(make, body["items"])
            after = body["next"]
            if after is None:
                return

    def _get(self, path: str, query: dict[str, Any] | None = None) -> Any:
        response = self._http.get(path, params=to_parameters(query or {}))
        raise_for_problem(response)
        return response.json()

    def _post(self, path: str, body: dict[str, Any], query: dict[str, Any] | None = None) -> Any:
        given = {
            name: value.isoformat() if isinstance(value, datetime.date) else value
            for name, value in body.items()
            if value is not None
        }
        response = self._http.post(path, json=given, params=to_parameters(query or {}))
        raise_for_problem(response)
        return response.json()
