// purpose: articles by text key 4
CREATE INDEX article_k4 IF NOT EXISTS FOR (n:Article) ON (n.k4)
