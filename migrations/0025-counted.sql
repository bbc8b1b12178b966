-- What facets count by most, of each claim: they look at some thousand claims, whose rows are ten times as long.
CREATE INDEX claims_counted ON claims (seq, section, rejected, type, kind, article, unit, currency, change, measure_head, modality, from_day);

-- The counts of publications: whoever asks for one takes other spellings too.
CREATE INDEX counters_by_name ON counters (facet, value COLLATE NOCASE, type, count) WHERE facet = 'publication';
