-- The views of migrations/0022-views.sql, for people who ask in SQL: docs/analysts.md.
create view figures as
select
  claims.id, articles.id as article_id, articles.title as article_title, articles.url as article_url, articles.publication,
  articles.published_at, said ->> 'surface' as surface, said #>> '{sentence,text}' as sentence, claims.section, claims.review,
  claims.kind, (said #>> '{number}')::double precision as number, claims.low, claims.high, claims.unit, claims.currency, said ->> 'per' as per,
  claims.modifier, claims.measure, claims.measure_head, said #>> '{subject,name}' as subject,
  said #>> '{subject,actorId}' as subject_id, claims.change, claims.how, claims.from_day, claims.to_day,
  said #>> '{baseline,surface}' as baseline, (said #>> '{baseline,number}')::double precision as baseline_number, claims.modality,
  said #>> '{attributedTo,name}' as attributed_to, claims.start_at, claims.end_at, claims.extractor, claims.confidence
from claims join articles on articles.seq = claims.article cross join lateral (select claims.json::jsonb as said) as parsed
where claims.type = 'figure';

create view quotes as
select
  claims.id, articles.id as article_id, articles.title as article_title, articles.url as article_url, articles.publication,
  articles.published_at, said ->> 'surface' as surface, said #>> '{sentence,text}' as sentence, claims.section, claims.review,
  claims.kind, coalesce(said #>> '{source,name}', said #>> '{source,surface}') as source,
  said #>> '{source,actorId}' as source_id, claims.cue, claims.polarity, claims.start_at, claims.end_at, claims.extractor,
  claims.confidence
from claims join articles on articles.seq = claims.article cross join lateral (select claims.json::jsonb as said) as parsed
where claims.type = 'quote';

create view dates as
select
  claims.id, articles.id as article_id, articles.title as article_title, articles.url as article_url, articles.publication,
  articles.published_at, said ->> 'surface' as surface, said #>> '{sentence,text}' as sentence, claims.section, claims.review,
  claims.kind, claims.iso, said ->> 'duration' as duration, claims.from_day, claims.to_day, claims.modifier,
  said #>> '{attributedTo,name}' as attributed_to, claims.start_at, claims.end_at, claims.extractor, claims.confidence
from claims join articles on articles.seq = claims.article cross join lateral (select claims.json::jsonb as said) as parsed
where claims.type = 'date';

create view mentions as
select
  claims.id, articles.id as article_id, articles.title as article_title, articles.url as article_url, articles.publication,
  articles.published_at, said ->> 'surface' as surface, said #>> '{sentence,text}' as sentence, claims.section, claims.review,
  claims.kind, said ->> 'name' as name, said ->> 'actorId' as actor_id, said ->> 'role' as role,
  said ->> 'affiliation' as affiliation, said #>> '{attributedTo,name}' as attributed_to, claims.start_at, claims.end_at,
  claims.extractor, claims.confidence
from claims join articles on articles.seq = claims.article cross join lateral (select claims.json::jsonb as said) as parsed
where claims.type = 'actor';
