-- purpose: write an entity as a whole
-- note: the parameters are the columns in this order
INSERT INTO entity (
  id, name, name_ar, name_en, labels, aliases, props
) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  name_ar = excluded.name_ar,
  name_en = excluded.name_en,
  labels = excluded.labels,
  aliases = excluded.aliases,
  props = excluded.props
