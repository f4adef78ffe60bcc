-- purpose: delete a link
-- note: the parameters are type, article, node
DELETE FROM link WHERE type = ? AND article = ? AND node = ?
