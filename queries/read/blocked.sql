-- purpose: node claims that carry one of these block keys, as far as they are compared
-- note: the parameter is a JSON array of keys
SELECT e.article, e.n, e.published, e.type, e.name_ar, e.name_en, e.fold, e.kind, e.ordinal, e.state, e.nation, e.date, e.topics, e.node,
  e.actors, e.site, e.moment, e.sound, e.blocks, e.overlay
FROM evidence e WHERE e.id IN (SELECT evidence FROM block WHERE key IN (SELECT value FROM json_each(?))) ORDER BY e.article, e.n
