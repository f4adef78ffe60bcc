// Timeline of a leader · التسلسل الزمني لقائد
// en: What a leader did and what was done to him, day by day with the sentences. Choose another name.
// ar: ما فعله القائد وما جرى معه، يومًا بيوم مع الجمل. ضع اسمًا آخر إن شئت.
MATCH (l:Leader {name_en: 'Li Qiang'})-[r]-(x:Entity)
MATCH (a:Article)-[:EVIDENCE]->(e:Evidence {fact: r.key})
RETURN coalesce(e.date, a.published) AS day, coalesce(r.act, type(r)) AS act, e.status AS status, x.name AS other, e.sentence AS sentence
ORDER BY day, act, other
