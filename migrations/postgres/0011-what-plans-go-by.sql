-- What plans go by. Columns that depend on each other the planner takes each for itself: then it expects a handful of claims where there are
-- thousands, and gathers and sorts them instead of walking along the order that is asked for. Of words it knows the most frequent, the more the
-- higher their `statistics`; any other it takes for one of up to a thousandth of all claims.
-- (One block: Citus passes statements on one by one.)
do $$
begin
  create statistics claims_of_a_unit (mcv) on type, unit, low, high from claims;
  create statistics claims_since (mcv) on type, (coalesce(from_day, '0000-01-01')) from claims;
  create statistics claims_until (mcv) on type, (coalesce(to_day, '9999-12-31')) from claims;
  if exists (select from pg_extension where extname = 'citus') then
    perform run_command_on_shards('claims', 'alter table %s alter column words set statistics 300');
    perform run_command_on_shards('articles', 'alter table %s alter column words set statistics 300');
  else
    alter table claims alter column words set statistics 300;
    alter table articles alter column words set statistics 300;
  end if;
  -- an actor's quotes without a walk along its mentions
  create index claim_actors_by_relation on claim_actors (actor_id, relation, claim) where relation in ('source', 'subject', 'attributedTo');
end $$;
