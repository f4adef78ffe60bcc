-- purpose: delete a fact
-- note: the parameter is its key
DELETE FROM fact WHERE key = ?
