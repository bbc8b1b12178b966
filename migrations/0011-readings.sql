-- Which version of the rules read an article; one without a row was read before versions were kept. `given` is what its page or its sidecar told
-- beside the metadata, as JSON: kinds of parts of the text, and the language. Without it, the sections that are stored stand for it.
CREATE TABLE readings (
  article INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
  rules TEXT NOT NULL,
  given TEXT
) STRICT;
CREATE INDEX readings_by_rules ON readings (rules);

-- The claim as the rule had read it when it was reviewed: who confirmed one reading has not confirmed another.
ALTER TABLE reviews ADD COLUMN reading TEXT;
UPDATE reviews SET reading = (
  SELECT coalesce(extracted, json) FROM claims JOIN articles ON articles.seq = claims.article
  WHERE claims.id = reviews.claim_id AND articles.text_hash = reviews.text_hash);
