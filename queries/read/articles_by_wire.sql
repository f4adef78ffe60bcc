-- purpose: articles of these texts
-- note: the parameter is a JSON array of names of texts
SELECT id, record, title, text, source, url, lang, published, hash, sketch, wire, program, loaded_at, corrected
FROM article WHERE wire IN (SELECT value FROM json_each(?)) ORDER BY id
