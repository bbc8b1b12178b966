-- What facets count by, beside the claims of a unit, a currency or a head: their rows, and another index, are one seek a claim.
DROP INDEX claims_by_unit;
DROP INDEX claims_by_currency;
DROP INDEX claims_by_measure_head;
CREATE INDEX claims_by_unit ON claims (unit, seq, section, rejected, low, high, type, kind, article, currency, change, measure_head, modality, from_day) WHERE unit IS NOT NULL;
CREATE INDEX claims_by_currency ON claims (currency, seq, section, rejected, low, high, type, kind, article, unit, change, measure_head, modality, from_day) WHERE currency IS NOT NULL;
CREATE INDEX claims_by_measure_head ON claims (measure_head, seq, section, rejected, type, kind, article, unit, currency, change, modality, from_day) WHERE measure_head IS NOT NULL;
