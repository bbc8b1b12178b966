-- The indexes of the orders by publication, in the words that other engines have too.
DROP INDEX articles_newest;
DROP INDEX articles_oldest;
CREATE INDEX articles_newest ON articles (coalesce(published_at, '') DESC, seq, published_at, publication, author, base_language, language);
CREATE INDEX articles_oldest ON articles (coalesce(published_at, '􏿿'), seq, published_at, publication, author, base_language, language);
