-- purpose: write an article as a whole
-- note: the parameters are the columns in this order
INSERT INTO article (
  id, record, title, text, source, url, lang, published, hash, sketch, wire, program, loaded_at, corrected
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
  record = excluded.record,
  title = excluded.title,
  text = excluded.text,
  source = excluded.source,
  url = excluded.url,
  lang = excluded.lang,
  published = excluded.published,
  hash = excluded.hash,
  sketch = excluded.sketch,
  wire = excluded.wire,
  program = excluded.program,
  loaded_at = excluded.loaded_at,
  corrected = excluded.corrected
