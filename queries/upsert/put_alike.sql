-- purpose: make a profile findable under a block key
-- note: the parameters are key, profile
INSERT INTO alike (key, profile) VALUES (?, ?)
ON CONFLICT DO NOTHING
