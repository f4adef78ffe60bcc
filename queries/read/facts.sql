-- purpose: facts by key
-- note: the parameter is a JSON array of keys
SELECT key, type, subject, object, status, class, support, mentions, first, last, topics, title, from_date, to_date, terms, reference
FROM fact WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key
