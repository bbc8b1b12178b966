-- Along the days: whether a claim is of the articles that are asked for is said by the index, and its row is not read to be skipped.
DROP INDEX claims_by_day;
CREATE INDEX claims_by_day ON claims (from_day, seq, section, rejected, type, article) WHERE from_day IS NOT NULL;
