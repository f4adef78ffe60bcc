// Articles about a state · مقالات عن دولة
// en: Articles that name a state, with the other entities they name.
// ar: المقالات التي تذكر دولة مع سائر ما تذكره.
MATCH p = (:State {id: 'CHN'})<-[:MENTIONS]-(a:Article)
OPTIONAL MATCH q = (a)-[:MENTIONS]->(:Entity)
RETURN p, q LIMIT 100
