-- purpose: links that start at articles
-- note: the parameter is a JSON array of keys
SELECT type, article, node, count, surfaces, start, stop
FROM link WHERE article IN (SELECT value FROM json_each(?)) ORDER BY type, article, node
