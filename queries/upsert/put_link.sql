-- purpose: write a link as a whole
-- note: the parameters are the columns in this order
INSERT INTO link (
  type, article, node, count, surfaces, start, stop
) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (article, type, node) DO UPDATE SET
  count = excluded.count,
  surfaces = excluded.surfaces,
  start = excluded.start,
  stop = excluded.stop
