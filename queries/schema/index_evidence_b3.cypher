// purpose: claims by block key 3
CREATE INDEX evidence_b3 IF NOT EXISTS FOR (n:Evidence) ON (n.b3)
