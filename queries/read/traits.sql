-- purpose: node claims that make up derived nodes, as far as they are compared
-- note: the parameter is a JSON array of ids of nodes
SELECT e.article, e.n, e.published, e.type, e.name_ar, e.name_en, e.fold, e.kind, e.ordinal, e.state, e.nation, e.date, e.topics, e.node,
  e.actors, e.site, e.moment, e.sound, e.overlay
FROM evidence e WHERE e.node IN (SELECT value FROM json_each(?)) AND e.node <> '' ORDER BY e.article, e.n
