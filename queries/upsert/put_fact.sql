-- purpose: write a fact as a whole
-- note: the parameters are the columns in this order
INSERT INTO fact (
  key, rel, type, subject, object, status, class, plover, support, mentions, first, last, topics, title, from_date, to_date, terms, reference
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET
  rel = excluded.rel,
  type = excluded.type,
  subject = excluded.subject,
  object = excluded.object,
  status = excluded.status,
  class = excluded.class,
  plover = excluded.plover,
  support = excluded.support,
  mentions = excluded.mentions,
  first = excluded.first,
  last = excluded.last,
  topics = excluded.topics,
  title = excluded.title,
  from_date = excluded.from_date,
  to_date = excluded.to_date,
  terms = excluded.terms,
  reference = excluded.reference
