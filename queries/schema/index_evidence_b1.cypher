// purpose: claims by block key 1
CREATE INDEX evidence_b1 IF NOT EXISTS FOR (n:Evidence) ON (n.b1)
