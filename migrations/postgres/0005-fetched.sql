-- What is known of addresses that were fetched: what their server said they were, and what failed and is to be tried again.
create table fetched (
  address text collate "C" primary key,
  found_in text collate "C",
  article text collate "C",
  etag text,
  last_modified text,
  checked_at text collate "C" not null,
  failures integer not null,
  next_try text collate "C",
  reason text
);
create index fetched_to_try on fetched (found_in, next_try) where next_try is not null;
