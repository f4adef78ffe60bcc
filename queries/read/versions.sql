-- purpose: what tells whether articles changed
-- note: the parameter is a JSON array of ids
SELECT id, digest, published FROM version WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
