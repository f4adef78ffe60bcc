-- purpose: remember what tells whether an article changed
-- note: the parameters are the columns in this order
INSERT INTO version (
  id, digest, published
) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
  digest = excluded.digest,
  published = excluded.published
