// purpose: the people that each article names
// column article: the id that the input gave, else the id of the article
// column person: id; shared by the articles that name the same person
// column name: in English
// column surfaces list: the names as written
// example: mithaq query article_people --format json
MATCH (a:Article)-[m:MENTIONS]->(p:Person)
RETURN coalesce(a.record, a.id) AS article, p.id AS person, coalesce(p.name_en, p.name) AS name, m.surfaces AS surfaces
ORDER BY article, person
