-- purpose: node claims with a block within one of these reaches, as far as they are compared
-- note: the parameter is a JSON array of pairs: from, to
SELECT e.article, e.n, e.published, e.type, e.name_ar, e.name_en, e.fold, e.kind, e.ordinal, e.state, e.nation, e.date, e.topics, e.node,
  e.actors, e.site, e.moment, e.sound, e.overlay
FROM evidence e WHERE e.id IN (
  SELECT b.evidence FROM json_each(?) k CROSS JOIN block b ON b.key BETWEEN json_extract(k.value, '$[0]') AND json_extract(k.value, '$[1]')
) ORDER BY e.article, e.n
