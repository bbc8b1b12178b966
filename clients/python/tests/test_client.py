"""Against a running service with the seed article: ARTICLE_FACTS_URL, and ARTICLE_FACTS_KEY with the scope admin."""

import datetime
import os

import httpx
import pytest

from article_facts import ArticleFacts, Comparison, FigureClaim, Problem, QuoteClaim

url = os.environ["ARTICLE_FACTS_URL"]
key = os.environ["ARTICLE_FACTS_KEY"]


@pytest.fixture
def facts():
    # the first text of a service waits for its dictionaries
    with ArticleFacts(f"{url}/", key, timeout=120) as client:
        yield client


def test_lists_go_on_by_themselves(facts):
    whole = [claim.id for claim in facts.claims(type=["figure", "quote"], limit=200)]
    assert [claim.id for claim in facts.claims(type=["figure", "quote"], limit=3)] == whole
    assert len(set(whole)) == len(whole) > 10


def test_claims_are_objects_of_their_type(facts):
    [money] = [figure for figure in facts.figures(measure="trade", currency="USD") if figure.surface == "$24bn"]
    assert isinstance(money, FigureClaim) and money.number == 24e9 and money.kind == "money"
    assert facts.claim(money.id).id == money.id
    source = facts.source(money.id)
    assert source.exact == "$24bn" and "booming" in source.sentence
    [quote] = facts.quotes(source="Kassym-Jomart Tokayev", q='"served us well"')
    assert isinstance(quote, QuoteClaim) and quote.source.name == "Kassym-Jomart Tokayev"
    assert all(date.iso.startswith("2022") for date in facts.dates(from_="2022", to="2022", kind="date"))
    assert next(facts.actors(name="China")).kind == "place"
    assert "China" in facts.article(money.article_id, expand="text").text


def test_parameters_are_python_values(facts):
    day = datetime.date(2023, 5, 27)
    assert list(facts.figures(published__gte=day, published__lt=day + datetime.timedelta(days=1), limit=5))
    assert list(facts.figures(published__gte=datetime.date(2100, 1, 1))) == []
    assert all(quote.source is None for quote in facts.quotes(source__exists=False))
    assert facts.facets("type")["type"]["figure"] > 5


def test_errors_are_exceptions_that_say_what_would_do(facts):
    with pytest.raises(Problem) as refused:
        list(facts.figures(number__gte=20))
    assert (refused.value.status, refused.value.type) == (400, "unit-required")
    with pytest.raises(Problem, match="did you mean 'measure'"):
        list(facts.figures(mesure="trade"))
    with pytest.raises(Problem) as missing:
        facts.claim("../none?")
    assert missing.value.status == 404
    with ArticleFacts(url, "afk_00000000_none") as stranger, pytest.raises(Problem) as unknown:
        stranger.facets("type")
    assert unknown.value.type == "key-invalid"


def test_a_text_is_read_stored_and_deleted(facts):
    text = "Exports of Norway rose by 4% to $26bn last year, Mayor Ada Berg said. A client in Python sent this."
    extraction = facts.extract(text, published_at=datetime.date(2024, 3, 1))
    assert "$26bn" in [claim.surface for claim in extraction.claims]
    assert facts.store(text, dry_run=True).stored is False
    stored = facts.store(text, title="Exports", published_at="2024-03-01")
    assert stored.outcome == "added" and stored.article.title == "Exports"
    changed, cursor = list(facts.changes())[-1]
    assert changed.id == stored.article.id
    facts.delete(stored.article.id)
    assert [change.change for change, _ in facts.changes(cursor)] == ["deleted"]


def test_everything_comes_in_one_stream(facts, tmp_path):
    exported = list(facts.export(type="figure"))
    assert [claim.id for claim in exported] == [claim.id for claim in facts.figures(limit=200)]
    with pytest.raises(Problem):
        next(facts.export(number__gte=1))
    path = facts.export_parquet(tmp_path / "claims.parquet", type="figure")
    parquet = pytest.importorskip("pyarrow.parquet").read_table(path)
    assert parquet.num_rows == len(exported)
    assert str(parquet.schema.field("number").type) == "double"
    with pytest.raises(Problem):
        facts.export_parquet(tmp_path / "none.parquet", mesure="x")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["claims.parquet"]


def test_what_comes_later_is_no_error():
    def later(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/comparisons":
            return httpx.Response(200, json={"items": [], "next": None})
        base = {"id": "clm_1", "articleId": "art_1", "surface": "x", "start": 0, "end": 1, "section": "sidebar"}
        base |= {"sentence": {"text": "x", "start": 0, "end": 1}, "extractor": "x", "confidence": 1, "fresh": 1}
        items = [{"type": "opinion", **base}, {"type": "figure", "kind": "vibe", **base}]
        return httpx.Response(200, json={"items": items, "next": None})

    with ArticleFacts("http://later", transport=httpx.MockTransport(later)) as facts:
        opinion, figure = facts.claims()
        assert opinion["type"] == "opinion"
        assert isinstance(figure, FigureClaim) and figure.kind == "vibe" and figure.section == "sidebar"
        assert list(facts.comparisons()) == [] and Comparison


def test_an_export_that_is_cut_off_is_no_whole_one():
    cut = httpx.MockTransport(lambda request: httpx.Response(200, text=""))
    with ArticleFacts("http://cut", transport=cut) as facts, pytest.raises(httpx.RemoteProtocolError):
        list(facts.export())
