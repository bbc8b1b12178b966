-- Under which names an article is found by its author; see the migration of the same name for SQLite.
create table article_authors (
  author text collate "C" not null,
  article bigint not null references articles (seq) on delete cascade,
  primary key (article, author)
);
create index article_authors_by_author on article_authors (lower(author), article);
drop index articles_by_author;
insert into state (name, value) values ('authored', 0);
