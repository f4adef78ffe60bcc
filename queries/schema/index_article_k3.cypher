// purpose: articles by text key 3
CREATE INDEX article_k3 IF NOT EXISTS FOR (n:Article) ON (n.k3)
