-- purpose: delete one record of table evidence
-- note: the parameter is its id
DELETE FROM evidence WHERE id = ?
