// purpose: claims by block key 0
CREATE INDEX evidence_b0 IF NOT EXISTS FOR (n:Evidence) ON (n.b0)
