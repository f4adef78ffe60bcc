-- purpose: relationships that start at an article: MENTIONS, REPORTS (node is an entity) and SAME_TEXT (node is an article)
CREATE TABLE link (
  type     TEXT NOT NULL,
  article  TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  node     TEXT NOT NULL,
  count    INTEGER NOT NULL,
  surfaces TEXT NOT NULL,
  start    INTEGER NOT NULL,
  stop     INTEGER NOT NULL,
  PRIMARY KEY (article, type, node)
) WITHOUT ROWID;
CREATE INDEX link_node ON link (node, type, article);
