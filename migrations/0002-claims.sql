-- `json` is the claim as it is sent; the other columns are what filters, orders and facets compare.
CREATE TABLE claims (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  type TEXT NOT NULL,
  section TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  extractor TEXT NOT NULL,
  confidence REAL NOT NULL,
  published_at TEXT,
  low REAL,
  high REAL,
  unit TEXT,
  currency TEXT,
  modifier TEXT,
  change TEXT,
  how TEXT,
  measure TEXT,
  from_day TEXT,
  to_day TEXT,
  iso TEXT,
  cue TEXT,
  source TEXT,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX claims_by_position ON claims (article, start_at, end_at DESC, id);
CREATE INDEX claims_by_type ON claims (type, section, article, start_at, end_at DESC, id);
CREATE INDEX claims_by_unit ON claims (unit, low, id) WHERE unit IS NOT NULL;
CREATE INDEX claims_by_currency ON claims (currency, low, id) WHERE currency IS NOT NULL;
CREATE INDEX claims_by_day ON claims (from_day, id) WHERE from_day IS NOT NULL;
CREATE INDEX claims_by_published ON claims (published_at, article, start_at, id);

-- Which actors a claim has to do with, and how: it mentions, quotes or is said of one, or its sentence names one.
CREATE TABLE claim_actors (
  actor_id TEXT NOT NULL,
  claim INTEGER NOT NULL REFERENCES claims (seq) ON DELETE CASCADE,
  relation TEXT NOT NULL,
  PRIMARY KEY (actor_id, claim, relation)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_actors_by_claim ON claim_actors (claim);

CREATE VIRTUAL TABLE claims_text USING fts5 (surface, sentence, measure, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
