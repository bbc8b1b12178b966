-- Figures as they are compared: which comparison they belong to, the numbers that their words allow for (an open end is null), and when
-- they hold. `basis` is JSON: the words and the subject that put them there.
CREATE TABLE comparables (
  claim INTEGER PRIMARY KEY REFERENCES claims (seq) ON DELETE CASCADE,
  article INTEGER NOT NULL,
  comparison TEXT NOT NULL,
  value REAL NOT NULL,
  low REAL,
  high REAL,
  from_day TEXT,
  to_day TEXT,
  against TEXT,
  basis TEXT NOT NULL
) STRICT;
CREATE INDEX comparables_by_comparison ON comparables (comparison, claim);
CREATE INDEX comparables_by_article ON comparables (article);

-- What the figures of a comparison come to, kept in the transaction of each change.
CREATE TABLE comparisons (
  id TEXT PRIMARY KEY,
  topic TEXT NOT NULL,
  verdict TEXT NOT NULL,
  difference REAL NOT NULL,
  absolute REAL NOT NULL,
  outlets INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  published_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX comparisons_by_difference ON comparisons (verdict, difference, id);
CREATE INDEX comparisons_by_outlets ON comparisons (outlets, id);
CREATE INDEX comparisons_by_published ON comparisons (published_at, id);

-- by which rules they were made; filled when the database is next opened
INSERT INTO state (name, value) VALUES ('compared', 0);
