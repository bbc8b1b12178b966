-- For people who ask in SQL: docs/analysts.md. One view for each type of claim, with what its article is called; columns may be added at their
-- ends. They hold everything that is stored: `section = 'body'` and `review <> 'rejected'` are what lists of the API show by default.
CREATE VIEW figures AS
SELECT
  claims.id, articles.id AS article_id, articles.title AS article_title, articles.url AS article_url, articles.publication,
  articles.published_at, claims.json ->> '$.surface' AS surface, claims.json ->> '$.sentence.text' AS sentence, claims.section, claims.review,
  claims.kind, claims.json ->> '$.number' AS number, claims.low, claims.high, claims.unit, claims.currency, claims.json ->> '$.per' AS per,
  claims.modifier, claims.measure, claims.measure_head, claims.json ->> '$.subject.name' AS subject,
  claims.json ->> '$.subject.actorId' AS subject_id, claims.change, claims.how, claims.from_day, claims.to_day,
  claims.json ->> '$.baseline.surface' AS baseline, claims.json ->> '$.baseline.number' AS baseline_number, claims.modality,
  claims.json ->> '$.attributedTo.name' AS attributed_to, claims.start_at, claims.end_at, claims.extractor, claims.confidence
FROM claims JOIN articles ON articles.seq = claims.article
WHERE claims.type = 'figure';

CREATE VIEW quotes AS
SELECT
  claims.id, articles.id AS article_id, articles.title AS article_title, articles.url AS article_url, articles.publication,
  articles.published_at, claims.json ->> '$.surface' AS surface, claims.json ->> '$.sentence.text' AS sentence, claims.section, claims.review,
  claims.kind, coalesce(claims.json ->> '$.source.name', claims.json ->> '$.source.surface') AS source,
  claims.json ->> '$.source.actorId' AS source_id, claims.cue, claims.polarity, claims.start_at, claims.end_at, claims.extractor,
  claims.confidence
FROM claims JOIN articles ON articles.seq = claims.article
WHERE claims.type = 'quote';

CREATE VIEW dates AS
SELECT
  claims.id, articles.id AS article_id, articles.title AS article_title, articles.url AS article_url, articles.publication,
  articles.published_at, claims.json ->> '$.surface' AS surface, claims.json ->> '$.sentence.text' AS sentence, claims.section, claims.review,
  claims.kind, claims.iso, claims.json ->> '$.duration' AS duration, claims.from_day, claims.to_day, claims.modifier,
  claims.json ->> '$.attributedTo.name' AS attributed_to, claims.start_at, claims.end_at, claims.extractor, claims.confidence
FROM claims JOIN articles ON articles.seq = claims.article
WHERE claims.type = 'date';

CREATE VIEW mentions AS
SELECT
  claims.id, articles.id AS article_id, articles.title AS article_title, articles.url AS article_url, articles.publication,
  articles.published_at, claims.json ->> '$.surface' AS surface, claims.json ->> '$.sentence.text' AS sentence, claims.section, claims.review,
  claims.kind, claims.json ->> '$.name' AS name, claims.json ->> '$.actorId' AS actor_id, claims.json ->> '$.role' AS role,
  claims.json ->> '$.affiliation' AS affiliation, claims.json ->> '$.attributedTo.name' AS attributed_to, claims.start_at, claims.end_at,
  claims.extractor, claims.confidence
FROM claims JOIN articles ON articles.seq = claims.article
WHERE claims.type = 'actor';
