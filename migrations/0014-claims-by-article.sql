-- Claims by what is known of their article are read article by article: an index of the articles is enough. `base_language` is the language of a
-- tag without its region: who asks for `en` means `en-US` too. The orders by day carry what filters of articles compare, so that a walk along them
-- reads no article in vain.
ALTER TABLE articles ADD COLUMN base_language TEXT GENERATED ALWAYS AS (lower(substr(language, 1, instr(language || '-', '-') - 1))) VIRTUAL;
CREATE INDEX articles_by_publication ON articles (publication COLLATE NOCASE, seq);
CREATE INDEX articles_by_author ON articles (author COLLATE NOCASE, seq);
CREATE INDEX articles_by_language ON articles (base_language, seq, language);
DROP INDEX articles_newest;
DROP INDEX articles_oldest;
CREATE INDEX articles_newest ON articles (ifnull(published_at, '') DESC, seq, published_at, publication, author, base_language, language);
CREATE INDEX articles_oldest ON articles (ifnull(published_at, char(1114111)), seq, published_at, publication, author, base_language, language);

-- there are new facets to count
DELETE FROM state WHERE name = 'counted';
INSERT INTO state (name, value) VALUES ('counted', 0);
