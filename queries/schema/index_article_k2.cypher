// purpose: articles by text key 2
CREATE INDEX article_k2 IF NOT EXISTS FOR (n:Article) ON (n.k2)
