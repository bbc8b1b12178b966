-- The same tables over several servers, where the extension Citus is there; elsewhere this does nothing. What belongs to an article lies with it, by the
-- article's number: docs/decisions/0019-articles-over-several-servers.md.
do $citus$
declare
  one text;
begin
  if not exists (select from pg_extension where extname = 'citus') then
    return;
  end if;
  if exists (select from articles) then
    raise exception 'it has the extension citus and articles that are not spread over its servers: copy them into an empty database that has the extension';
  end if;
  perform set_config('citus.multi_shard_modify_mode', 'sequential', true);

  -- what names a claim names its article too
  alter table claim_actors add column article bigint;
  alter table quotation_runs add column article bigint;

  -- keys can only be unique where the number of the article is a part of them, and rows can only refer to those that lie beside them
  alter table claims drop constraint claims_article_fkey;
  alter table claim_actors drop constraint claim_actors_claim_fkey, drop constraint claim_actors_pkey;
  alter table article_actors drop constraint article_actors_article_fkey;
  alter table actor_aliases drop constraint actor_aliases_article_fkey;
  alter table article_authors drop constraint article_authors_article_fkey;
  alter table readings drop constraint readings_article_fkey;
  alter table check_worthy drop constraint check_worthy_article_fkey;
  alter table stories drop constraint stories_article_fkey;
  alter table story_names drop constraint story_names_article_fkey;
  alter table comparables drop constraint comparables_claim_fkey, drop constraint comparables_pkey;
  alter table quotation_runs drop constraint quotation_runs_claim_fkey, drop constraint quotation_runs_pkey;
  alter table quotations drop constraint quotations_claim_fkey, drop constraint quotations_pkey;
  alter table claims drop constraint claims_id_key, drop constraint claims_pkey;
  alter table articles drop constraint articles_id_key, drop constraint articles_text_hash_key;
  drop index articles_with_url;
  alter table claims add primary key (seq, article);
  alter table claim_actors add primary key (actor_id, claim, relation, article);
  alter table comparables add primary key (claim, article);
  alter table quotations add primary key (claim, article);
  alter table quotation_runs add primary key (run, claim, article);
  create index claims_by_id on claims (id);
  create index articles_by_id on articles (id);

  perform create_distributed_table('articles', 'seq', colocate_with => 'none');
  foreach one in array array[
    'claims', 'claim_actors', 'article_actors', 'actor_aliases', 'article_authors', 'readings', 'check_worthy', 'stories', 'story_names',
    'comparables', 'quotations', 'quotation_runs']
  loop
    perform create_distributed_table(one, 'article', colocate_with => 'articles');
  end loop;

  alter table claims add constraint claims_article_fkey foreign key (article) references articles (seq) on delete cascade;
  alter table claim_actors add constraint claim_actors_claim_fkey foreign key (claim, article) references claims (seq, article) on delete cascade;
  alter table article_actors add constraint article_actors_article_fkey foreign key (article) references articles (seq) on delete cascade;
  alter table actor_aliases add constraint actor_aliases_article_fkey foreign key (article) references articles (seq) on delete cascade;
  alter table article_authors add constraint article_authors_article_fkey foreign key (article) references articles (seq) on delete cascade;
  alter table readings add constraint readings_article_fkey foreign key (article) references articles (seq) on delete cascade;
  alter table check_worthy add constraint check_worthy_article_fkey foreign key (article) references articles (seq) on delete cascade;
  alter table stories add constraint stories_article_fkey foreign key (article) references articles (seq) on delete cascade;
  alter table story_names add constraint story_names_article_fkey foreign key (article) references articles (seq) on delete cascade;
  alter table comparables add constraint comparables_claim_fkey foreign key (claim, article) references claims (seq, article) on delete cascade;
  alter table quotations add constraint quotations_claim_fkey foreign key (claim, article) references claims (seq, article) on delete cascade;
  alter table quotation_runs add constraint quotation_runs_claim_fkey foreign key (claim, article) references quotations (claim, article) on delete cascade;

  -- Where an article lies, by its id, the ids of its claims, the hash of its text and the key of its address. An article and its claims share the
  -- four digits that are the bucket.
  create table places (
    bucket integer not null,
    key text collate "C" not null,
    article bigint not null,
    primary key (bucket, key)
  );
  perform create_distributed_table('places', 'bucket', colocate_with => 'none');

  -- A change ends here before it ends at the other servers. So what writers note is rolled up when it is settled: everything up to the number that was
  -- given last, then, has ended everywhere.
  -- (A trigger, for other servers, which do not know it, would be asked for a default.)
  create function note_version() returns trigger language plpgsql as $function$
  begin
    select last_value into new.version from data_versions;
    return new;
  end $function$;
  foreach one in array array['counter_changes', 'actor_changes', 'comparison_changes'] loop
    execute format('alter table %I add column version bigint not null', one);
    execute format('create trigger note_version before insert on %I for each row execute function note_version()', one);
  end loop;

  -- What this server had decided when it went, and others had not done yet, is done before anything is published after its start.
  create table recovered (started timestamptz not null);
  insert into recovered values ('-infinity');
  alter function last_settled_version() rename to last_version_ended_here;
  create function last_settled_version(out settled bigint, out given bigint) language plpgsql as $function$
  declare
    decided text[];
  begin
    if (select started from recovered) <> pg_postmaster_start_time() then
      decided := array(select gid from pg_dist_transaction);
      perform recover_prepared_transactions();
      if exists (select from pg_dist_transaction where gid = any(decided)) then
        raise exception 'a server of the cluster cannot be reached: changes that it has not ended are waited for' using errcode = 'cannot_connect_now';
      end if;
      update recovered set started = pg_postmaster_start_time();
    end if;
    select * into settled, given from last_version_ended_here();
  end $function$;
end $citus$;
