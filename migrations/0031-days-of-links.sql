-- The days of an actor's claims, beside its links to them: along all days, what others' claims have was looked at first.
ALTER TABLE claim_actors ADD COLUMN from_day TEXT;
UPDATE claim_actors SET from_day = (SELECT from_day FROM claims WHERE seq = claim) WHERE claim IN (SELECT seq FROM claims WHERE from_day IS NOT NULL);
CREATE INDEX claim_actors_by_day ON claim_actors (actor_id, from_day, claim) WHERE from_day IS NOT NULL;
