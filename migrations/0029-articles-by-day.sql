-- Articles by their day and, of a day, by their ids, as lists of them are ordered: those of a day were sorted, each with its text. It carries what
-- filters compare and facets count.
DROP INDEX articles_by_published;
CREATE INDEX articles_by_published ON articles (published_at, id, publication, author, base_language, language);
