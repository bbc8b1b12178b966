-- How far the load of a web archive has come: the byte behind the last record whose article is stored. A row goes when its archive is
-- through, and is written in the transaction that stores the articles, so that a load that is killed goes on where it was.
CREATE TABLE archive_progress (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
