// purpose: articles by text key 1
CREATE INDEX article_k1 IF NOT EXISTS FOR (n:Article) ON (n.k1)
