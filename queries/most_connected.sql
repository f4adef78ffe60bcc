-- purpose: the actors with the most other actors around them
-- note: counts what articles assert; what only the gazetteer knows does not count
-- param limit int?: how many; 20 if not given
-- column actor: by name
-- column label: State, Person or Organization
-- column neighbours int: other actors
-- column facts int: relations to them
-- column id: what explain takes
-- example: mithaq query most_connected limit=10
WITH actor (id, label) AS (
  SELECT entity, label FROM entity_label WHERE label IN ('State', 'Person', 'Organization')
), edge (x, y) AS (
  SELECT subject, object FROM fact WHERE status = 'asserted' AND support > 0
  UNION ALL
  SELECT object, subject FROM fact WHERE status = 'asserted' AND support > 0
)
SELECT n.name AS actor, a.label AS label, count(DISTINCT edge.y) AS neighbours, count(*) AS facts, n.id AS id
FROM edge JOIN actor a ON a.id = edge.x JOIN actor b ON b.id = edge.y JOIN entity n ON n.id = edge.x
GROUP BY n.id
ORDER BY neighbours DESC, facts DESC, n.id
LIMIT coalesce(:limit, 20)
