// purpose: claims by the fact that they support
CREATE INDEX evidence_fact IF NOT EXISTS FOR (n:Evidence) ON (n.fact)
