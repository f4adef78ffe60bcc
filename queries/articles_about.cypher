// purpose: the articles that mention something, and under which names
// param what entity: a state, person, organization, place, topic, or the id of anything
// param from date?: first day, month or year
// param to date?: last day, month or year
// column published: when it appeared
// column source: newspaper or agency
// column title: of the article
// column mentions int: how often; 0 for a topic
// column surfaces list: the names as written
// column article: id
// example: mithaq query articles_about what=Hangzhou
MATCH (a:Article)-[m:MENTIONS]->(:Entity {id: $what})
WITH a, m, left(coalesce(a.published, ''), 10) AS day
WHERE ($from IS NULL OR left(day, size($from)) >= left($from, size(day)))
  AND ($to IS NULL OR left(day, size($to)) <= left($to, size(day)))
RETURN coalesce(a.published, '') AS published, coalesce(a.source, '') AS source, coalesce(a.title, '') AS title, m.count AS mentions, m.surfaces AS surfaces, a.id AS article
ORDER BY published, article
