-- purpose: make a node claim findable under a block key
-- note: the parameters are key, evidence
INSERT INTO block (key, evidence) VALUES (?, ?)
ON CONFLICT DO NOTHING
