-- The words of titles alone: an index of all words does not know which of them stand there, and each text that has one was looked into.
create index articles_by_title_words on articles using gin (ts_filter(words, '{a}'));
