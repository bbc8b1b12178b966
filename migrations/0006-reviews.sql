-- What fact-checkers said of claims, every word of it: the last row of a claim holds. Rows know the text they were said of, not the
-- claim's row, so that they outlive it and hold again when the same text is loaded again.
CREATE TABLE reviews (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim_id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  status TEXT NOT NULL,
  corrections TEXT,
  note TEXT,
  reviewer TEXT NOT NULL,
  key_id TEXT,
  reviewed_at TEXT NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;
CREATE INDEX reviews_by_claim ON reviews (claim_id, seq);
CREATE INDEX reviews_by_text ON reviews (text_hash, seq);

-- `version` is the data's version when the claim was last reviewed, 0 for never: then its `sequence` stands for it. `extracted` is the claim
-- as the rule read it, where `json` differs.
ALTER TABLE claims ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN review TEXT NOT NULL DEFAULT 'none';
ALTER TABLE claims ADD COLUMN extracted TEXT;
ALTER TABLE claims ADD COLUMN rejected INTEGER GENERATED ALWAYS AS (review = 'rejected') VIRTUAL;
CREATE INDEX claims_by_review ON claims (review, article, start_at, end_at DESC, id) WHERE review <> 'none';
-- lists leave rejected claims out: an equality in the index keeps them in their order
DROP INDEX claims_by_type;
CREATE INDEX claims_by_type ON claims (type, section, rejected, article, start_at, end_at DESC, id);
