-- How an address is compared (http and https, www., a last slash, tracking parameters are one), and the authors that a byline names, as a JSON
-- list. The program fills the keys of articles that are stored; authors come when an article is read again.
ALTER TABLE articles ADD COLUMN url_key TEXT;
ALTER TABLE articles ADD COLUMN authors TEXT;
CREATE INDEX articles_by_url_key ON articles (url_key);
INSERT INTO state (name, value) VALUES ('addressed', 0);
