-- purpose: write a claim as a whole
-- note: the parameters are the columns in this order
INSERT INTO evidence (
  id, article, n, hash, published, type, name_ar, name_en, fold, kind, ordinal, place, participants, state, nation, subject, object, title, class, status, date, topics, sentence, start, stop, rule, node, fact, count, surfaces, actors, site, moment, blocks
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
  article = excluded.article,
  n = excluded.n,
  hash = excluded.hash,
  published = excluded.published,
  type = excluded.type,
  name_ar = excluded.name_ar,
  name_en = excluded.name_en,
  fold = excluded.fold,
  kind = excluded.kind,
  ordinal = excluded.ordinal,
  place = excluded.place,
  participants = excluded.participants,
  state = excluded.state,
  nation = excluded.nation,
  subject = excluded.subject,
  object = excluded.object,
  title = excluded.title,
  class = excluded.class,
  status = excluded.status,
  date = excluded.date,
  topics = excluded.topics,
  sentence = excluded.sentence,
  start = excluded.start,
  stop = excluded.stop,
  rule = excluded.rule,
  node = excluded.node,
  fact = excluded.fact,
  count = excluded.count,
  surfaces = excluded.surfaces,
  actors = excluded.actors,
  site = excluded.site,
  moment = excluded.moment,
  blocks = excluded.blocks
