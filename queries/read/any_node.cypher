// purpose: whether the database holds anything
// note: no parameters
MATCH (n)
RETURN labels(n) AS labels LIMIT 1
