-- purpose: every claim for the export
-- note: no parameters
SELECT e.id, e.article, e.n, e.hash, e.published, e.type, e.name_ar, e.name_en, e.fold, e.kind, e.ordinal, e.place, e.participants, e.state, e.nation,
  e.subject, e.object, e.title, e.class, e.status, e.date, e.topics, e.sentence, e.start, e.stop, e.rule, e.node, e.fact, e.count, e.surfaces, e.actors, e.site, e.moment, e.sound, e.blocks, e.overlay
FROM evidence e ORDER BY e.article, e.n
