-- purpose: keep a note
-- note: the parameters are the columns in this order
INSERT INTO note (
  key, value
) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET
  value = excluded.value
