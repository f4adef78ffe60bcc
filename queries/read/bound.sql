-- purpose: claims of articles that describe a derived node or have one for an end
-- note: the parameter is a JSON array of ids of articles
SELECT e.id, e.article, e.n, e.hash, e.published, e.type, e.name_ar, e.name_en, e.fold, e.kind, e.ordinal, e.place, e.participants, e.state, e.nation,
  e.subject, e.object, e.title, e.class, e.status, e.date, e.topics, e.sentence, e.start, e.stop, e.rule, e.node, e.fact, e.count, e.surfaces, e.actors, e.site, e.moment, e.sound, e.blocks, e.overlay
FROM evidence e WHERE e.article IN (SELECT value FROM json_each(?)) AND (e.node <> '' OR e.subject LIKE '#%' OR e.object LIKE '#%') ORDER BY e.article, e.n
