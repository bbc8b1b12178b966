-- Versions without a single writer. A change takes a number of the sequence under a shared advisory lock that has the number before it, and keeps the
-- lock until it has ended. So everything at or below the least of these locks, and at or below the last number that was given, is committed or
-- never will be: docs/decisions/0018-versions-without-a-single-writer.md.
create sequence data_versions minvalue 0 start 0;
select setval('data_versions', (select value from state where name = 'sequence'));
delete from state where name = 'sequence';

-- 4213 in the upper 16 bits tells these locks from those of others; 48 bits are left for the number.
create function take_version() returns bigint language plpgsql as $$
declare
  before bigint;
begin
  select last_value into before from data_versions;
  perform pg_advisory_xact_lock_shared((4213::bigint << 48) | before);
  return nextval('data_versions');
end $$;

-- The last number is read before the locks, in statements of their own: the other way round, a change could begin and end in between, unseen.
create function last_settled_version(out settled bigint, out given bigint) language plpgsql as $$
declare
  least_held bigint;
begin
  select last_value into given from data_versions;
  select min(((classid::bigint & 65535) << 32) | objid::bigint) into least_held from pg_locks
    where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = 4213
      and database = (select oid from pg_database where datname = current_database());
  settled := least(given, coalesce(least_held, given));
end $$;

-- What parallel writers would take turns on is noted by each, and rolled up by one at a time: counts of claims and of actors, and what
-- articles are to be compared anew.
create table counter_changes (
  facet text collate "C" not null,
  type text collate "C" not null,
  value text collate "C" not null,
  count bigint not null
);
create table actor_changes (
  actor_id text collate "C" not null,
  mentions bigint not null,
  articles bigint not null
);
create table comparison_changes (
  seq bigint generated always as identity primary key,
  article bigint,
  comparison text collate "C"
);
-- whoever rolls up has a lock on this one
create table roll_ups ();

-- what an actor is called comes from the article that mentions it most
create index article_actors_by_mentions on article_actors (actor_id, mentions desc, article);
create index article_actors_with_role on article_actors (actor_id, mentions desc, article) where role is not null;
create index article_actors_with_affiliation on article_actors (actor_id, mentions desc, article) where affiliation is not null;
create index article_actors_with_place on article_actors (actor_id, mentions desc, article) where place is not null;
