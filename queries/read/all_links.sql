-- purpose: every link for the export
-- note: no parameters
SELECT type, article, node, count, surfaces, start, stop
FROM link ORDER BY type, article, node
