-- An actor as one article knows it; `actors` joins these into one row an actor.
CREATE TABLE article_actors (
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  actor_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT,
  affiliation TEXT,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (actor_id, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_actors_by_article ON article_actors (article);

CREATE TABLE actor_aliases (
  actor_id TEXT NOT NULL,
  alias TEXT NOT NULL COLLATE NOCASE,
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  PRIMARY KEY (alias, actor_id, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_aliases_by_actor ON actor_aliases (actor_id);
CREATE INDEX actor_aliases_by_article ON actor_aliases (article);

CREATE TABLE actors (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE,
  role TEXT,
  affiliation TEXT,
  mention_count INTEGER NOT NULL,
  article_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_by_mentions ON actors (mention_count, id);
CREATE INDEX actors_by_name ON actors (name, id);
