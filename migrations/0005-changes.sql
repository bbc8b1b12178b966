-- Which database this is: cursors and entity tags of one are worth nothing with another.
INSERT INTO state (name, value) VALUES ('identity', abs(random() % 281474976710656));

-- The last change of each article, and of each claim that was reviewed since its article was stored: what a mirror has to take over. One
-- row a thing, so that the feed stays as long as the data, not as long as their history; a deleted article keeps its row.
CREATE TABLE changes (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  sequence INTEGER NOT NULL UNIQUE,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_by_article ON changes (article_id, kind);
INSERT INTO changes (kind, id, article_id, deleted, changed_at, sequence)
  SELECT 'article', id, id, 0, loaded_at, sequence FROM articles;
