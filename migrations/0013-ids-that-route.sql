-- A claim's id begins with four digits of its article's id, so that it says where the claim is kept, and has eighty bits: with 64, of some 1e11
-- claims hundreds shared an id. The sixteen digits that an id had are those that the new one ends in.
CREATE TABLE renamed_claims (
  old TEXT PRIMARY KEY,
  id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO renamed_claims (old, id)
  SELECT claims.id, 'clm_' || substr(articles.id, 5, 4) || substr(claims.id, 5) FROM claims JOIN articles ON articles.seq = claims.article
  WHERE length(claims.id) = 20;
-- reviews outlive their claims: what was read then, or the text, says which article it was
INSERT OR IGNORE INTO renamed_claims (old, id)
  SELECT claim_id, 'clm_' || substr(coalesce(articles.id, reading ->> '$.articleId'), 5, 4) || substr(claim_id, 5)
  FROM reviews LEFT JOIN articles ON articles.text_hash = reviews.text_hash
  WHERE length(claim_id) = 20 AND coalesce(articles.id, reading ->> '$.articleId') IS NOT NULL;

-- within a string every quotation mark has a backslash before it: what is matched here are names and the values that follow them
UPDATE claims SET
  id = (SELECT id FROM renamed_claims WHERE old = claims.id),
  json = replace(replace(json,
    '"id":"clm_', '"id":"clm_' || (SELECT substr(id, 5, 4) FROM renamed_claims WHERE old = claims.id)),
    '"quoteId":"clm_', '"quoteId":"clm_' || (SELECT substr(id, 5, 4) FROM renamed_claims WHERE old = claims.id)),
  extracted = replace(replace(extracted,
    '"id":"clm_', '"id":"clm_' || (SELECT substr(id, 5, 4) FROM renamed_claims WHERE old = claims.id)),
    '"quoteId":"clm_', '"quoteId":"clm_' || (SELECT substr(id, 5, 4) FROM renamed_claims WHERE old = claims.id))
  WHERE EXISTS (SELECT 1 FROM renamed_claims WHERE old = claims.id);
UPDATE reviews SET
  claim_id = (SELECT id FROM renamed_claims WHERE old = claim_id),
  reading = replace(replace(reading,
    '"id":"clm_', '"id":"clm_' || (SELECT substr(id, 5, 4) FROM renamed_claims WHERE old = claim_id)),
    '"quoteId":"clm_', '"quoteId":"clm_' || (SELECT substr(id, 5, 4) FROM renamed_claims WHERE old = claim_id)),
  corrections = replace(corrections,
    '"quoteId":"clm_', '"quoteId":"clm_' || (SELECT substr(id, 5, 4) FROM renamed_claims WHERE old = claim_id))
  WHERE EXISTS (SELECT 1 FROM renamed_claims WHERE old = claim_id);
UPDATE changes SET id = 'clm_' || substr(article_id, 5, 4) || substr(id, 5) WHERE kind = 'claim' AND length(id) = 20;

-- mirrors know the claims by their old ids: they begin anew
UPDATE state SET value = abs(random() % 281474976710656) WHERE name = 'identity';
