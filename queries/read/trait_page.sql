-- purpose: node claims after an id, as far as they are compared, 1000 at a time
-- note: the parameter is the id, empty for the first page
SELECT e.article, e.n, e.published, e.type, e.name_ar, e.name_en, e.fold, e.kind, e.ordinal, e.state, e.nation, e.date, e.topics, e.node,
  e.actors, e.site, e.moment, e.sound, e.overlay
FROM evidence e WHERE e.id > ?1 AND e.node <> '' ORDER BY e.id LIMIT 1000
