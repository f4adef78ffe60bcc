-- purpose: the source texts, found by id, record id, URL or text hash
CREATE TABLE article (
  id        TEXT PRIMARY KEY,
  record    TEXT NOT NULL,
  title     TEXT NOT NULL,
  text      TEXT NOT NULL,
  source    TEXT NOT NULL,
  url       TEXT NOT NULL,
  lang      TEXT NOT NULL,
  published TEXT NOT NULL,
  hash      TEXT NOT NULL,
  program   TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  corrected TEXT NOT NULL
);
CREATE INDEX article_hash ON article (hash);
CREATE INDEX article_record ON article (record) WHERE record <> '';
CREATE INDEX article_url ON article (url) WHERE url <> '';
