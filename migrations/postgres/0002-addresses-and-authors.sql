-- How an address is compared, and the authors that a byline names, as a JSON list; see the migration of the same name for SQLite.
alter table articles add column url_key text;
alter table articles add column authors text;
create index articles_by_url_key on articles using hash (url_key);
insert into state (name, value) values ('addressed', 0);
