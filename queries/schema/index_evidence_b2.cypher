// purpose: claims by block key 2
CREATE INDEX evidence_b2 IF NOT EXISTS FOR (n:Evidence) ON (n.b2)
