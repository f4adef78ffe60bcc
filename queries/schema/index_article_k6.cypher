// purpose: articles by text key 6
CREATE INDEX article_k6 IF NOT EXISTS FOR (n:Article) ON (n.k6)
