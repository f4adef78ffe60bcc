-- purpose: articles after an id that another program than the given one made, 100 at a time
-- note: the parameters are the id (empty for the first page) and the program's fingerprint (empty for all)
SELECT id, record, title, text, source, url, lang, published, hash, sketch, wire, program, loaded_at, corrected
FROM article WHERE id > ?1 AND (?2 = '' OR program <> ?2) ORDER BY id LIMIT 100
