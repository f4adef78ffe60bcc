// purpose: articles by the name of their text
CREATE INDEX article_wire IF NOT EXISTS FOR (n:Article) ON (n.wire)
