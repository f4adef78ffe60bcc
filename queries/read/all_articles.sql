-- purpose: every article for the export
-- note: no parameters
SELECT id, record, title, text, source, url, lang, published, hash, sketch, wire, program, loaded_at, corrected
FROM article ORDER BY id
