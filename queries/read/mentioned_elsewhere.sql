-- purpose: which of these entities an article outside of a list mentions
-- note: the parameters are JSON arrays: the entities, the articles
SELECT k.value FROM json_each(?1) k
WHERE EXISTS (SELECT 1 FROM link l WHERE l.node = k.value AND l.type = 'MENTIONS' AND l.article NOT IN (SELECT value FROM json_each(?2)))
ORDER BY 1
