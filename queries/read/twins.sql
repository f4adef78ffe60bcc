-- purpose: node claims of these profiles, as far as they are compared
-- note: the parameters are JSON arrays: the profiles, and the articles that do not count
SELECT e.article, e.n, e.published, e.type, e.name_ar, e.name_en, e.fold, e.kind, e.ordinal, e.state, e.nation, e.date, e.topics, e.node,
  e.actors, e.site, e.moment, e.sound, e.overlay
FROM json_each(?1) k CROSS JOIN evidence e ON e.profile = k.value AND e.profile <> '' AND e.article NOT IN (SELECT value FROM json_each(?2))
ORDER BY e.article, e.n
