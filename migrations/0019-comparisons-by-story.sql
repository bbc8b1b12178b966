-- Figures are compared by topic where their clauses say enough, and by the words around them where articles tell the same news. `topic` is null
-- where the text does not say enough, `comparison` where a figure is beside no other. All of it is made anew when the database is next opened.
DROP TABLE comparables;
DROP TABLE comparisons;
CREATE TABLE comparables (
  claim INTEGER PRIMARY KEY REFERENCES claims (seq) ON DELETE CASCADE,
  article INTEGER NOT NULL,
  comparison TEXT,
  topic TEXT,
  dimension TEXT NOT NULL,
  is_change INTEGER NOT NULL,
  modality TEXT NOT NULL,
  owner TEXT,
  value REAL NOT NULL,
  low REAL,
  high REAL,
  from_day TEXT,
  to_day TEXT,
  against TEXT,
  words TEXT NOT NULL,
  basis TEXT NOT NULL
) STRICT;
CREATE INDEX comparables_by_comparison ON comparables (comparison, claim) WHERE comparison IS NOT NULL;
CREATE INDEX comparables_by_topic ON comparables (topic, claim) WHERE topic IS NOT NULL;
CREATE INDEX comparables_by_article ON comparables (article);

CREATE TABLE comparisons (
  id TEXT PRIMARY KEY,
  dimension TEXT NOT NULL,
  is_change INTEGER NOT NULL,
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

-- What articles are about, so that those of the same days with the same names are found: `day` counts from 1970-01-01, `words` is a JSON list.
CREATE TABLE stories (
  article INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
  names TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE TABLE story_names (
  name TEXT NOT NULL,
  day INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  PRIMARY KEY (name, day, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_names_by_article ON story_names (article);
UPDATE state SET value = 0 WHERE name = 'compared';
