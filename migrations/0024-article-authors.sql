-- Under which names an article is found by its author: the byline as a whole, and each of several authors in it. The program fills it.
CREATE TABLE article_authors (
  author TEXT NOT NULL COLLATE NOCASE,
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  PRIMARY KEY (author, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_authors_by_article ON article_authors (article);
DROP INDEX articles_by_author;
INSERT INTO state (name, value) VALUES ('authored', 0);
