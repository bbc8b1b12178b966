-- A claim's row number is its position: articles are stored whole, their claims in text order. An index begins with what is compared, goes on
-- with an order (which ends in the row number), and ends with what a walk along it looks at. Claims without the value come last in an
-- order, and are read apart, by row number.
DROP INDEX claims_by_position;
DROP INDEX claims_by_type;
DROP INDEX claims_by_unit;
DROP INDEX claims_by_currency;
DROP INDEX claims_by_day;
DROP INDEX claims_by_review;
DROP INDEX figures_by_number;
DROP INDEX figures_by_number_down;
DROP INDEX figures_by_day;
DROP INDEX figures_by_day_down;
DROP INDEX dates_by_day;
DROP INDEX dates_by_day_down;
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_by_type ON claims (type, seq, section, rejected);
CREATE INDEX claims_by_number ON claims (low, seq, section, rejected) WHERE low IS NOT NULL;
CREATE INDEX claims_by_day ON claims (from_day, seq, section, rejected, type) WHERE from_day IS NOT NULL;
CREATE INDEX claims_by_unit ON claims (unit, seq, section, rejected, low, high) WHERE unit IS NOT NULL;
CREATE INDEX claims_by_unit_number ON claims (unit, low, seq, section, rejected, high) WHERE unit IS NOT NULL;
CREATE INDEX claims_by_unit_day ON claims (unit, from_day, seq, section, rejected, low, high) WHERE unit IS NOT NULL;
CREATE INDEX claims_by_currency ON claims (currency, seq, section, rejected, low, high) WHERE currency IS NOT NULL;
CREATE INDEX claims_by_currency_number ON claims (currency, low, seq, section, rejected, high) WHERE currency IS NOT NULL;
CREATE INDEX claims_by_currency_day ON claims (currency, from_day, seq, section, rejected, low, high) WHERE currency IS NOT NULL;
CREATE INDEX claims_by_review ON claims (review, seq) WHERE review <> 'none';
CREATE INDEX articles_by_title ON articles (title, id);

-- How many claims of the body, rejected ones left out, have a value: `type` is that of the claims, '' for all. Filled when the database is
-- next opened, for what is counted is for the program to say.
CREATE TABLE counters (
  facet TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (facet, type, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX counters_by_count ON counters (facet, type, count DESC, value);
CREATE INDEX counters_at_zero ON counters (facet) WHERE count = 0;
INSERT INTO state (name, value) VALUES ('counted', 0);
