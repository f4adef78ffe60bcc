// purpose: the shortest way from one actor to another over asserted facts, at most six steps long
// note: of several the one whose things, read from the end, have the smallest ids. Topics join everything and are left out
// param a actor: where it starts
// param b actor: where it ends
// column step int: 1, 2 ...
// column from: by name
// column act: type of relation; its direction is told by the key
// column to: by name
// column from_id: id
// column to_id: id
// column key: what explain takes
// example: mithaq query shortest_path a="Li Qiang" b="Vladimir Putin"
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a <> b
MATCH p = allShortestPaths((a)-[:HOLDS_OFFICE|MEMBER_OF|MET|VISITED|COOPERATES_WITH|SUPPORTS|AIDS|DEMANDS|CRITICIZES|REJECTS|THREATENS|SANCTIONS|COERCES|ATTACKS|PROTESTS|CONCEDES|SIGNED|PARTICIPATED_IN|HELD_IN|RESULTED_IN|LOCATED_IN|PART_OF*..6]-(b))
WITH p ORDER BY [n IN reverse(nodes(p)) | n.id], [r IN reverse(relationships(p)) | r.key]
LIMIT 1
UNWIND range(1, length(p)) AS step
WITH step, nodes(p)[step - 1] AS x, relationships(p)[step - 1] AS r, nodes(p)[step] AS y
RETURN step, x.name AS from, type(r) AS act, y.name AS to, x.id AS from_id, y.id AS to_id, r.key AS key
ORDER BY step
