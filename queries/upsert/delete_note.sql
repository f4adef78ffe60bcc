-- purpose: forget a note
-- note: the parameter is its key
DELETE FROM note WHERE key = ?
