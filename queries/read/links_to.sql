-- purpose: MENTIONS links that end at nodes
-- note: the parameter is a JSON array of keys
SELECT type, article, node, count, surfaces, start, stop
FROM link WHERE node IN (SELECT value FROM json_each(?)) AND type = 'MENTIONS' ORDER BY type, article, node
