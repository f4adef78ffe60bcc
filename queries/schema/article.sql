-- purpose: the source texts, found by id, record id, URL, and by the keys and the name of the text
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
  sketch    TEXT NOT NULL,
  wire      TEXT NOT NULL,
  program   TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  corrected TEXT NOT NULL
);
CREATE INDEX article_wire ON article (wire);
CREATE INDEX article_record ON article (record) WHERE record <> '';
CREATE INDEX article_url ON article (url) WHERE url <> '';
CREATE TABLE article_key (
  key     TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX article_key_article ON article_key (article);
