-- Words come folded, with their stems, from the program: FTS5 tells them apart at spaces and knows nothing else of them. Filled when the database
-- is next opened; `words` is the version of what folds them.
DROP TABLE articles_text;
DROP TABLE claims_text;
CREATE VIRTUAL TABLE articles_text USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE claims_text USING fts5 (surface, sentence, measure, content = '', contentless_delete = 1, tokenize = 'ascii');
INSERT INTO state (name, value) VALUES ('words', 0);
