-- Articles are counted by what they have, as claims are.
insert into counters (facet, type, value, count)
select 'publication', 'article', publication, count(*) from articles where publication is not null group by publication
union all select 'author', 'article', author, count(*) from articles where author is not null group by author
union all select 'language', 'article', language, count(*) from articles where language is not null group by language
union all select 'year', 'article', substr(published_at, 1, 4), count(*) from articles where published_at is not null group by substr(published_at, 1, 4);
