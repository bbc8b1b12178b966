-- Articles are counted by what they have, as claims are.
INSERT INTO counters (facet, type, value, count)
SELECT 'publication', 'article', publication, count(*) FROM articles WHERE publication IS NOT NULL GROUP BY publication
UNION ALL SELECT 'author', 'article', author, count(*) FROM articles WHERE author IS NOT NULL GROUP BY author
UNION ALL SELECT 'language', 'article', language, count(*) FROM articles WHERE language IS NOT NULL GROUP BY language
UNION ALL SELECT 'year', 'article', substr(published_at, 1, 4), count(*) FROM articles WHERE published_at IS NOT NULL GROUP BY substr(published_at, 1, 4);
