-- The counts of publications: whoever asks for one takes other spellings too.
create index counters_by_name on counters (facet, lower(value), type) where facet = 'publication';
