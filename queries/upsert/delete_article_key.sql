-- purpose: take the keys of an article's text away before they are written anew
-- note: the parameter is the id of the article
DELETE FROM article_key WHERE article = ?
