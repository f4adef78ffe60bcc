-- purpose: write a fact as a whole
-- note: the parameters are the columns in this order; the other columns follow from the key, and to write them again would touch their indexes
INSERT INTO fact (
  key, rel, type, subject, object, status, class, plover, support, mentions, first, last, topics, title, from_date, to_date, terms, reference
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET
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
