-- The days of an actor's claims, beside its links to them; and what depends on each other, once more: without it comparisons of a change were
-- gathered from all figures.
do $$
begin
  alter table claim_actors add column from_day text collate "C";
  if exists (select from pg_extension where extname = 'citus') then
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    execute 'update claim_actors set from_day = claims.from_day from claims
      where claims.article = claim_actors.article and claims.seq = claim_actors.claim and claims.from_day is not null';
  else
    update claim_actors set from_day = claims.from_day from claims where claims.seq = claim_actors.claim and claims.from_day is not null;
  end if;
  create index claim_actors_by_day on claim_actors (actor_id, from_day, claim) where from_day is not null;
  create statistics claims_of_a_change (mcv) on type, change from claims;
  create statistics claims_of_a_currency (mcv) on type, currency from claims;
end $$;
