-- purpose: reference facts that have one of these entities as an end
-- note: the parameter is a JSON array of keys
SELECT key, type, subject, object, status, class, support, mentions, first, last, topics, title, from_date, to_date, terms, reference
FROM fact WHERE key IN (
  SELECT f.key FROM json_each(?1) k JOIN fact f ON f.subject = k.value AND f.reference = 1
  UNION
  SELECT f.key FROM json_each(?1) k JOIN fact f ON f.object = k.value AND f.reference = 1
) ORDER BY key
