-- As migrations/0019-comparisons-by-story.sql.
drop table comparables;
drop table comparisons;
create table comparables (
  claim bigint primary key references claims (seq) on delete cascade,
  article bigint not null,
  comparison text collate "C",
  topic text collate "C",
  dimension text collate "C" not null,
  is_change integer not null,
  modality text collate "C" not null,
  owner text collate "C",
  value double precision not null,
  low double precision,
  high double precision,
  from_day text collate "C",
  to_day text collate "C",
  against text collate "C",
  words text not null,
  basis text not null
);
create index comparables_by_comparison on comparables (comparison, claim) where comparison is not null;
create index comparables_by_topic on comparables (topic, claim) where topic is not null;
create index comparables_by_article on comparables (article);

create table comparisons (
  id text collate "C" primary key,
  dimension text collate "C" not null,
  is_change integer not null,
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

create table stories (
  article bigint primary key references articles (seq) on delete cascade,
  names text not null,
  words text not null
);
create table story_names (
  name text collate "C" not null,
  day integer not null,
  article bigint not null references articles (seq) on delete cascade,
  primary key (name, day, article)
);
create index story_names_by_article on story_names (article);
update state set value = 0 where name = 'compared';
