-- Whom claims are of, as sources and subjects: few of the links of an actor, which the others stood between.
CREATE INDEX claim_actors_by_relation ON claim_actors (actor_id, relation, claim) WHERE relation IN ('source', 'subject', 'attributedTo');
