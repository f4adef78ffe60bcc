-- purpose: of the profiles with a block within one of these reaches the first node claim each, as far as it is compared
-- note: the parameters are JSON arrays: pairs of from and to, and the articles that do not count
SELECT e.article, e.n, e.published, e.type, e.name_ar, e.name_en, e.fold, e.kind, e.ordinal, e.state, e.nation, e.date, e.topics, e.node,
  e.actors, e.site, e.moment, e.sound, e.overlay
FROM (
  SELECT DISTINCT a.profile FROM json_each(?1) k CROSS JOIN alike a ON a.key BETWEEN json_extract(k.value, '$[0]') AND json_extract(k.value, '$[1]')
) p JOIN evidence e ON e.rowid = (
  SELECT x.rowid FROM evidence x WHERE x.profile = p.profile AND x.profile <> '' AND x.article NOT IN (SELECT value FROM json_each(?2))
  ORDER BY x.article, x.n LIMIT 1
) ORDER BY e.article, e.n
