-- How many claims of the body somebody reviewed, beside the counts of what was read.
ALTER TABLE articles ADD COLUMN checked_count INTEGER NOT NULL DEFAULT 0;
UPDATE articles SET checked_count = (
  SELECT count(*) FROM claims WHERE article = articles.seq AND review <> 'none' AND section = 'body')
  WHERE seq IN (SELECT article FROM claims WHERE review <> 'none');

-- the doubtful first
CREATE INDEX claims_by_confidence ON claims (confidence, seq, section, rejected, type, review);

-- Sentences of the body that are worth checking, by a score that says why: `reasons` is a JSON list of codes,
-- and its claims are the rows from `first_claim` to `last_claim`. Filled when the database is next opened.
CREATE TABLE check_worthy (
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  score INTEGER NOT NULL,
  checked INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  first_claim INTEGER NOT NULL,
  last_claim INTEGER NOT NULL,
  PRIMARY KEY (article, start_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX check_worthy_by_score ON check_worthy (score, article, start_at);
CREATE INDEX check_worthy_unchecked ON check_worthy (checked, score, article, start_at);
INSERT INTO state (name, value) VALUES ('weighed', 0);

-- What reviews are found by, across articles.
ALTER TABLE reviews ADD COLUMN article_id TEXT;
ALTER TABLE reviews ADD COLUMN type TEXT;
ALTER TABLE reviews ADD COLUMN extractor TEXT;
UPDATE reviews SET article_id = reading ->> '$.articleId', type = reading ->> '$.type', extractor = reading ->> '$.extractor' WHERE reading IS NOT NULL;
CREATE INDEX reviews_by_article ON reviews (article_id, seq);
