// Sources of a fact · مصادر الحقيقة
// en: The sentences behind each meeting: article, day, rule and place in the text.
// ar: الجمل التي تستند إليها كل حقيقة: المقال واليوم والقاعدة والموضع في النص.
MATCH (x:Entity)-[r:MET]->(y:Entity)
MATCH (a:Article)-[:EVIDENCE]->(e:Evidence {fact: r.key})
RETURN x.name AS one, y.name AS other, r.support AS texts, a.published AS published, a.source AS source, e.sentence AS sentence, e.rule AS rule
ORDER BY one, other, published LIMIT 100
