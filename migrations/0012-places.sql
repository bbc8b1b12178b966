-- Where an actor is, for places of which the article leaves no doubt: JSON of `sameAs` and `location`. Articles stored before have none until
-- they are read again.
ALTER TABLE article_actors ADD COLUMN place TEXT;
ALTER TABLE actors ADD COLUMN place TEXT;
