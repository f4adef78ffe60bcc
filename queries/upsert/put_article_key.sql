-- purpose: enter a key under which articles of one text are found
-- note: the parameters are the key and the id of the article
INSERT INTO article_key (key, article) VALUES (?, ?)
