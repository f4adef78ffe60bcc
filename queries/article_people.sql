-- purpose: the people that each article names
-- column article: the id that the input gave, else the id of the article
-- column person: id; shared by the articles that name the same person
-- column name: in English
-- column surfaces list: the names as written
-- example: mithaq query article_people --format json
SELECT coalesce(nullif(a.record, ''), a.id) AS article, p.id AS person, coalesce(nullif(p.name_en, ''), p.name) AS name, m.surfaces AS surfaces
FROM link m JOIN article a ON a.id = m.article JOIN entity_label l ON l.entity = m.node AND l.label = 'Person' JOIN entity p ON p.id = m.node
WHERE m.type = 'MENTIONS'
ORDER BY article, person
