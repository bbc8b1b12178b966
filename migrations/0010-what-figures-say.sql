-- What a figure is of, against what, whether it is a fact, and who says it: the other columns are what filters and facets compare; all is in
-- `json`. Claims stored before have none of it until their text is read again.
ALTER TABLE claims ADD COLUMN measure_head TEXT;
ALTER TABLE claims ADD COLUMN baseline TEXT;
ALTER TABLE claims ADD COLUMN modality TEXT;
ALTER TABLE claims ADD COLUMN attributed_to TEXT;
ALTER TABLE claims ADD COLUMN polarity TEXT;
CREATE INDEX claims_by_measure_head ON claims (measure_head, seq, section, rejected) WHERE measure_head IS NOT NULL;

-- there are new facets to count
DELETE FROM state WHERE name = 'counted';
INSERT INTO state (name, value) VALUES ('counted', 0);
