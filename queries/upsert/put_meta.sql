-- purpose: remember a value under a key
-- note: the parameters are the columns in this order
INSERT INTO meta (
  key, value
) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET
  value = excluded.value
