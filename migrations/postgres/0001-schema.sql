-- The schema on PostgreSQL 15 and later: what migrations/*.sql come to on SQLite. Texts compare byte by byte, as there.
create table state (name text collate "C" primary key, value bigint not null);
insert into state (name, value) values
  ('sequence', 0), ('identity', floor(random() * 281474976710656)), ('counted', 0), ('compared', 0), ('weighed', 0), ('words', 0);

create sequence article_numbers;
create table articles (
  seq bigint primary key,
  id text collate "C" not null unique,
  url text collate "C",
  title text collate "C",
  author text collate "C",
  publication text collate "C",
  publisher text collate "C",
  published_at text collate "C",
  language text collate "C",
  loaded_at text collate "C" not null,
  length integer not null,
  text text not null,
  text_hash text collate "C" not null unique,
  sections text not null,
  actor_count integer not null,
  date_count integer not null,
  figure_count integer not null,
  quote_count integer not null,
  checked_count integer not null default 0,
  sequence bigint not null,
  base_language text collate "C" generated always as (lower(split_part(language, '-', 1))) stored,
  words tsvector not null
);
-- addresses may be longer than what a B-tree takes
create unique index articles_with_url on articles (md5(url));
create index articles_by_url on articles using hash (url);
create index articles_by_published on articles (published_at, id);
create index articles_newest on articles (coalesce(published_at, '') desc, seq);
create index articles_oldest on articles (coalesce(published_at, '􏿿'), seq);
create index articles_by_publication on articles (lower(publication), seq);
create index articles_by_author on articles using hash (lower(author));
create index articles_by_language on articles (base_language, seq);
create index articles_by_words on articles using gin (words);

-- `json` is the claim as it is sent; the other columns are what filters, orders and facets compare. A claim's number is its article's times
-- 1,048,576 and its place.
create table claims (
  seq bigint primary key,
  id text collate "C" not null unique,
  article bigint not null references articles (seq) on delete cascade,
  sequence bigint not null,
  type text collate "C" not null,
  section text collate "C" not null,
  start_at integer not null,
  end_at integer not null,
  kind text collate "C" not null,
  extractor text collate "C" not null,
  confidence double precision not null,
  published_at text collate "C",
  low double precision,
  high double precision,
  unit text collate "C",
  currency text collate "C",
  modifier text collate "C",
  change text collate "C",
  how text collate "C",
  measure text collate "C",
  measure_head text collate "C",
  baseline text collate "C",
  modality text collate "C",
  attributed_to text collate "C",
  polarity text collate "C",
  from_day text collate "C",
  to_day text collate "C",
  iso text collate "C",
  cue text collate "C",
  source text collate "C",
  json text not null,
  version bigint not null default 0,
  review text collate "C" not null default 'none',
  extracted text,
  rejected integer generated always as (case when review = 'rejected' then 1 else 0 end) stored,
  words tsvector not null
);
create index claims_by_article on claims (article);
create index claims_by_type on claims (type, seq);
create index claims_by_number on claims (low, seq) where low is not null;
create index claims_by_day on claims (from_day, seq) where from_day is not null;
create index claims_by_unit on claims (unit, seq) where unit is not null;
create index claims_by_unit_number on claims (unit, low, seq) where unit is not null;
create index claims_by_unit_day on claims (unit, from_day, seq) where unit is not null;
create index claims_by_currency on claims (currency, seq) where currency is not null;
create index claims_by_currency_number on claims (currency, low, seq) where currency is not null;
create index claims_by_currency_day on claims (currency, from_day, seq) where currency is not null;
create index claims_by_measure_head on claims (measure_head, seq) where measure_head is not null;
create index claims_by_review on claims (review, seq) where review <> 'none';
create index claims_by_confidence on claims (confidence, seq);
create index claims_by_words on claims using gin (words);

create table claim_actors (
  actor_id text collate "C" not null,
  claim bigint not null references claims (seq) on delete cascade,
  relation text collate "C" not null,
  primary key (actor_id, claim, relation)
);
create index claim_actors_by_claim on claim_actors (claim);

create table article_actors (
  article bigint not null references articles (seq) on delete cascade,
  actor_id text collate "C" not null,
  kind text collate "C" not null,
  name text collate "C" not null,
  role text collate "C",
  affiliation text collate "C",
  mentions integer not null,
  place text,
  primary key (actor_id, article)
);
create index article_actors_by_article on article_actors (article);

create table actor_aliases (
  actor_id text collate "C" not null,
  alias text collate "C" not null,
  article bigint not null references articles (seq) on delete cascade
);
create unique index actor_aliases_by_alias on actor_aliases (lower(alias), actor_id, article);
create index actor_aliases_by_actor on actor_aliases (actor_id, lower(alias), article);
create index actor_aliases_by_article on actor_aliases (article);

create table actors (
  id text collate "C" primary key,
  kind text collate "C" not null,
  name text collate "C" not null,
  role text collate "C",
  affiliation text collate "C",
  mention_count bigint not null,
  article_count bigint not null,
  place text
);
create index actors_by_mentions on actors (mention_count, id);
create index actors_by_name on actors (lower(name), id);

create table archive_progress (path text collate "C" primary key, size bigint not null, next bigint not null);

create table changes (
  kind text collate "C" not null,
  id text collate "C" not null,
  article_id text collate "C" not null,
  deleted integer not null,
  changed_at text collate "C" not null,
  sequence bigint not null unique,
  primary key (kind, id)
);
create index changes_by_article on changes (article_id, kind);

create table reviews (
  seq bigint generated by default as identity primary key,
  id text collate "C" not null unique,
  claim_id text collate "C" not null,
  text_hash text collate "C" not null,
  status text collate "C" not null,
  corrections text,
  note text,
  reviewer text collate "C" not null,
  key_id text collate "C",
  reviewed_at text collate "C" not null,
  sequence bigint not null,
  reading text,
  article_id text collate "C",
  type text collate "C",
  extractor text collate "C"
);
create index reviews_by_claim on reviews (claim_id, seq);
create index reviews_by_text on reviews (text_hash, seq);
create index reviews_by_article on reviews (article_id, seq);

create table keys (
  id text collate "C" primary key,
  hash text collate "C" not null,
  name text collate "C" not null,
  scopes text collate "C" not null,
  created_at text collate "C" not null,
  expires_at text collate "C",
  revoked_at text collate "C",
  last_used_at text collate "C"
);

create table idempotent_answers (
  key_id text collate "C" not null,
  idempotency_key text collate "C" not null,
  request_hash text collate "C" not null,
  started_at text collate "C" not null,
  status integer,
  location text collate "C",
  body text,
  primary key (key_id, idempotency_key)
);
create index idempotent_answers_by_time on idempotent_answers (started_at);

create table counters (
  facet text collate "C" not null,
  type text collate "C" not null,
  value text collate "C" not null,
  count bigint not null,
  primary key (facet, type, value)
);
create index counters_by_count on counters (facet, type, count desc, value);
create index counters_at_zero on counters (facet) where count = 0;

create table readings (
  article bigint primary key references articles (seq) on delete cascade,
  rules text collate "C" not null,
  given text
);
create index readings_by_rules on readings (rules);

create table renamed_claims (old text collate "C" primary key, id text collate "C" not null);

create table comparables (
  claim bigint primary key references claims (seq) on delete cascade,
  article bigint not null,
  comparison text collate "C" not null,
  value double precision not null,
  low double precision,
  high double precision,
  from_day text collate "C",
  to_day text collate "C",
  against text collate "C",
  basis text not null
);
create index comparables_by_comparison on comparables (comparison, claim);
create index comparables_by_article on comparables (article);

create table comparisons (
  id text collate "C" primary key,
  topic text not null,
  verdict text collate "C" not null,
  difference double precision not null,
  absolute double precision not null,
  outlets integer not null,
  articles integer not null,
  claims integer not null,
  published_at text collate "C" not null
);
create index comparisons_by_difference on comparisons (verdict, difference, id);
create index comparisons_by_outlets on comparisons (outlets, id);
create index comparisons_by_published on comparisons (published_at, id);

create table check_worthy (
  article bigint not null references articles (seq) on delete cascade,
  start_at integer not null,
  end_at integer not null,
  score integer not null,
  checked integer not null,
  reasons text not null,
  first_claim bigint not null,
  last_claim bigint not null,
  primary key (article, start_at)
);
create index check_worthy_by_score on check_worthy (score, article, start_at);
create index check_worthy_unchecked on check_worthy (checked, score, article, start_at);
