// purpose: articles by text key 5
CREATE INDEX article_k5 IF NOT EXISTS FOR (n:Article) ON (n.k5)
