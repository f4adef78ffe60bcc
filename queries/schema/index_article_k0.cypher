// purpose: articles by text key 0
CREATE INDEX article_k0 IF NOT EXISTS FOR (n:Article) ON (n.k0)
