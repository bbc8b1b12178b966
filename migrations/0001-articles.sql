-- One number that every change of the data raises: the snapshot of a page, and later the version in an ETag.
CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO state (name, value) VALUES ('sequence', 0);

CREATE TABLE articles (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT UNIQUE,
  title TEXT,
  author TEXT,
  publication TEXT,
  publisher TEXT,
  published_at TEXT,
  language TEXT,
  loaded_at TEXT NOT NULL,
  length INTEGER NOT NULL,
  text TEXT NOT NULL,
  text_hash TEXT NOT NULL UNIQUE,
  sections TEXT NOT NULL,
  actor_count INTEGER NOT NULL,
  date_count INTEGER NOT NULL,
  figure_count INTEGER NOT NULL,
  quote_count INTEGER NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;
CREATE INDEX articles_by_published ON articles (published_at, id);

CREATE VIRTUAL TABLE articles_text USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
