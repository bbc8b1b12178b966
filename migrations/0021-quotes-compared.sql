-- Quotations of named speakers, by runs of four words: the same words of the same speaker in several articles.
CREATE TABLE quotations (
  claim INTEGER PRIMARY KEY REFERENCES claims (seq) ON DELETE CASCADE,
  article INTEGER NOT NULL,
  comparison TEXT,
  speaker TEXT NOT NULL,
  runs INTEGER NOT NULL
) STRICT;
CREATE INDEX quotations_by_comparison ON quotations (comparison, claim) WHERE comparison IS NOT NULL;
CREATE INDEX quotations_by_article ON quotations (article);

CREATE TABLE quotation_runs (
  run TEXT NOT NULL,
  claim INTEGER NOT NULL REFERENCES quotations (claim) ON DELETE CASCADE,
  PRIMARY KEY (run, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotation_runs_by_claim ON quotation_runs (claim);

CREATE TABLE quote_comparisons (
  id TEXT PRIMARY KEY,
  outlets INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  published_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_comparisons_by_outlets ON quote_comparisons (outlets, id);
CREATE INDEX quote_comparisons_by_published ON quote_comparisons (published_at, id);
UPDATE state SET value = 0 WHERE name = 'compared';
