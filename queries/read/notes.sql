-- purpose: notes by key
-- note: the parameter is a JSON array of keys
SELECT key, value FROM note WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key
