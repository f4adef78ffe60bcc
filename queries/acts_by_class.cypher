// purpose: what two states, their officials included, did to one another, counted by class of act (PLOVER)
// param a state: one of them
// param b state: the other
// param from date?: first day, month or year
// param to date?: last day, month or year
// column from_side: code of the state that acts; the smaller one where an act goes both ways
// column to_side: code of the other
// column plover: class of the act, such as COOPERATE or THREATEN
// column act: type of relation
// column status: asserted, planned, alleged or denied
// column facts int: how many facts
// column texts int: how many different texts
// column first date: first day
// column last date: last day
// example: mithaq query acts_by_class a=China b=Russia
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a <> b
WITH [a] + COLLECT { MATCH (p:Entity)-[:HOLDS_OFFICE]->(a) RETURN p } AS side_a, [b] + COLLECT { MATCH (p:Entity)-[:HOLDS_OFFICE]->(b) RETURN p } AS side_b
UNWIND [[side_a, side_b, $a, $b], [side_b, side_a, $b, $a]] AS way
UNWIND way[0] AS x
MATCH (x)-[r]->(y:Entity)
WHERE y IN way[1] AND r.plover IS NOT NULL
WITH [way[2], way[3]] AS side, r
WITH CASE WHEN coalesce(r.act, type(r)) IN ['MET', 'COOPERATES_WITH'] AND side[0] > side[1] THEN [side[1], side[0]] ELSE side END AS side, r
MATCH (e:Evidence {fact: r.key})<-[:EVIDENCE]-(a:Article)
WITH side, r, a.wire AS hash, coalesce(e.date, left(a.published, 10), '') AS day
WHERE ($from IS NULL OR left(day, size($from)) >= left($from, size(day)))
  AND ($to IS NULL OR left(day, size($to)) <= left($to, size(day)))
WITH side, r.plover AS plover, coalesce(r.act, type(r)) AS act, CASE WHEN type(r) IN ['PLANNED', 'ALLEGED', 'DENIED'] THEN toLower(type(r)) ELSE 'asserted' END AS status, r.key AS key, hash, day
RETURN side[0] AS from_side, side[1] AS to_side, plover, act, status, count(DISTINCT key) AS facts, count(DISTINCT hash) AS texts,
       min(day) AS first, max(day) AS last
ORDER BY from_side, to_side, plover, act, status
