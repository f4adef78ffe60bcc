-- purpose: the value remembered under a key
-- note: the parameter is the key
SELECT value FROM meta WHERE key = ?
