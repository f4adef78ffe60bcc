// purpose: articles by hash
CREATE INDEX article_hash IF NOT EXISTS FOR (n:Article) ON (n.hash)
