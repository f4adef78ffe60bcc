-- purpose: the shortest way from one actor to another over asserted facts, at most six steps long
-- note: of several the one whose things, read from the end, have the smallest ids. Topics join everything and are left out
-- param a actor: where it starts
-- param b actor: where it ends
-- column step int: 1, 2 ...
-- column from: by name
-- column act: type of relation; its direction is told by the key
-- column to: by name
-- column from_id: id
-- column to_id: id
-- column key: what explain takes
-- example: mithaq query shortest_path a="Li Qiang" b="Vladimir Putin"
WITH RECURSIVE edge (x, y) AS (
  SELECT subject, object FROM fact WHERE status = 'asserted' AND type <> 'ABOUT'
  UNION
  SELECT object, subject FROM fact WHERE status = 'asserted' AND type <> 'ABOUT'
), reached (id, depth) AS (
  SELECT id, 0 FROM entity WHERE id = :a AND :a <> :b
  UNION
  SELECT edge.y, depth + 1 FROM reached JOIN edge ON edge.x = reached.id WHERE depth < 6 AND reached.id <> :b
), near (id, depth) AS MATERIALIZED (
  SELECT id, min(depth) FROM reached GROUP BY id
), back (id, depth) AS (
  SELECT id, depth FROM near WHERE id = :b
  UNION ALL
  SELECT (SELECT n.id FROM edge JOIN near n ON n.id = edge.y WHERE edge.x = back.id AND n.depth = back.depth - 1 ORDER BY n.id LIMIT 1), depth - 1
  FROM back WHERE depth > 0
), way AS (
  SELECT y.depth AS step, x.id AS from_id, y.id AS to_id,
         (SELECT min(key) FROM fact WHERE status = 'asserted' AND type <> 'ABOUT' AND (subject = x.id AND object = y.id OR subject = y.id AND object = x.id)) AS key
  FROM back x JOIN back y ON y.depth = x.depth + 1
)
SELECT w.step AS step, x.name AS "from", f.type AS act, y.name AS "to", w.from_id AS from_id, w.to_id AS to_id, w.key AS key
FROM way w JOIN entity x ON x.id = w.from_id JOIN entity y ON y.id = w.to_id JOIN fact f ON f.key = w.key
ORDER BY w.step
