// purpose: articles by record
CREATE INDEX article_record IF NOT EXISTS FOR (n:Article) ON (n.record)
