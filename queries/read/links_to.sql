-- purpose: MENTIONS links that end at a node
-- note: the parameter is the node's id
SELECT type, article, node, count, surfaces, start, stop
FROM link WHERE node = ? AND type = 'MENTIONS' ORDER BY type, article, node
