-- purpose: every fact for the export
-- note: no parameters
SELECT key, type, subject, object, status, class, support, mentions, first, last, topics, title, from_date, to_date, terms, reference
FROM fact ORDER BY key
