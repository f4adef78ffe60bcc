-- purpose: delete one record of table article
-- note: the parameter is its id
DELETE FROM article WHERE id = ?
