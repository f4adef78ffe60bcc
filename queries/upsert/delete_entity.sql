-- purpose: delete one record of table entity
-- note: the parameter is its id
DELETE FROM entity WHERE id = ?
