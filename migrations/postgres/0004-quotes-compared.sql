-- As migrations/0020-quotes-compared.sql.
create table quotations (
  claim bigint primary key references claims (seq) on delete cascade,
  article bigint not null,
  comparison text collate "C",
  speaker text collate "C" not null,
  runs integer not null
);
create index quotations_by_comparison on quotations (comparison, claim) where comparison is not null;
create index quotations_by_article on quotations (article);

create table quotation_runs (
  run text collate "C" not null,
  claim bigint not null references quotations (claim) on delete cascade,
  primary key (run, claim)
);
create index quotation_runs_by_claim on quotation_runs (claim);

create table quote_comparisons (
  id text collate "C" primary key,
  outlets integer not null,
  articles integer not null,
  claims integer not null,
  published_at text collate "C" not null
);
create index quote_comparisons_by_outlets on quote_comparisons (outlets, id);
create index quote_comparisons_by_published on quote_comparisons (published_at, id);
update state set value = 0 where name = 'compared';
