-- purpose: the articles that mention something, and under which names
-- param what entity: a state, person, organization, place, topic, or the id of anything
-- param from date?: first day, month or year
-- param to date?: last day, month or year
-- column published: when it appeared
-- column source: newspaper or agency
-- column title: of the article
-- column mentions int: how often; 0 for a topic
-- column surfaces list: the names as written
-- column article: id
-- example: mithaq query articles_about what=Hangzhou
SELECT a.published AS published, a.source AS source, a.title AS title, m.count AS mentions, m.surfaces AS surfaces, a.id AS article
FROM link m JOIN article a ON a.id = m.article
WHERE m.node = :what AND m.type = 'MENTIONS'
  AND (:from IS NULL OR substr(substr(a.published, 1, 10), 1, length(:from)) >= substr(:from, 1, length(substr(a.published, 1, 10))))
  AND (:to IS NULL OR substr(substr(a.published, 1, 10), 1, length(:to)) <= substr(:to, 1, length(substr(a.published, 1, 10))))
ORDER BY a.published, a.id
