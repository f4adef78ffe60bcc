// purpose: claims by article
CREATE INDEX evidence_article IF NOT EXISTS FOR (n:Evidence) ON (n.article)
