-- What is compared lies beside the comparison, and what is shown of its articles beside their numbers: rows that carry texts and bases are read for
-- what is shown alone.
DROP INDEX comparables_by_comparison;
CREATE INDEX comparables_by_comparison ON comparables (comparison, claim, article, owner, value, low, high, from_day, to_day, against) WHERE comparison IS NOT NULL;
CREATE INDEX comparables_by_claim ON comparables (claim, comparison) WHERE comparison IS NOT NULL;
CREATE INDEX articles_by_number ON articles (seq, published_at, publication);
