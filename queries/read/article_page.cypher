// purpose: articles after an id that another program than the given one made, 100 at a time
// param after: id, empty for the first page
// param program: fingerprint, empty for all
MATCH (n:Article)
WHERE n.id > $after AND ($program = '' OR n.program <> $program)
RETURN properties(n) AS props ORDER BY n.id LIMIT 100
