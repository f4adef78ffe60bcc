// purpose: articles by text key 7
CREATE INDEX article_k7 IF NOT EXISTS FOR (n:Article) ON (n.k7)
