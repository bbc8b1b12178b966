-- What is known of addresses that were fetched: what their server said they were, so that they need not come again, and what failed and is to be
-- tried again. `article` is the one that was read there; feeds and sitemaps have none. `found_in` is the list that named the address.
CREATE TABLE fetched (
  address TEXT PRIMARY KEY,
  found_in TEXT,
  article TEXT,
  etag TEXT,
  last_modified TEXT,
  checked_at TEXT NOT NULL,
  failures INTEGER NOT NULL,
  next_try TEXT,
  reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX fetched_to_try ON fetched (found_in, next_try) WHERE next_try IS NOT NULL;
