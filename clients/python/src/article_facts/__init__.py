"""Client of article-facts: checkable facts out of news articles, each with its exact words.

Methods take the filters of the service by the names of its documentation (docs/filters.md): ``number__gte=20``,
``source="Ada Berg"``. A list is several values (OR), a date is a day. Where a name is a keyword of Python, an
underscore goes behind it: ``from_="2022"``.
"""

from ._client import ArticleFacts
from ._problem import Problem
from .api.models import (
    Actor,
    ActorClaim,
    Article,
    ClaimSource,
    Comparison,
    DateClaim,
    Extraction,
    FigureClaim,
    Ingestion,
    QuoteClaim,
)

Claim = ActorClaim | DateClaim | FigureClaim | QuoteClaim

__all__ = [
    "Actor",
    "ActorClaim",
    "Article",
    "ArticleFacts",
    "Claim",
    "ClaimSource",
    "Comparison",
    "DateClaim",
    "Extraction",
    "FigureClaim",
    "Ingestion",
    "Problem",
    "QuoteClaim",
]
