-- purpose: some relation claims that support facts
-- note: the parameters are a JSON array of keys of facts, and how many claims of each
SELECT e.id, e.article, e.n, e.hash, e.published, e.type, e.name_ar, e.name_en, e.fold, e.kind, e.ordinal, e.place, e.participants, e.state, e.nation,
  e.subject, e.object, e.title, e.class, e.status, e.date, e.topics, e.sentence, e.start, e.stop, e.rule, e.node, e.fact, e.count, e.surfaces, e.actors, e.site, e.moment, e.sound, e.blocks, e.overlay
FROM json_each(?1) k JOIN evidence e ON e.rowid IN (SELECT s.rowid FROM evidence s WHERE s.fact = k.value AND s.fact <> '' LIMIT ?2) ORDER BY e.article, e.n
