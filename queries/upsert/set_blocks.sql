-- purpose: give a stored node claim other blocks
-- note: the parameters are the blocks, a JSON array, and the evidence's id
UPDATE evidence SET blocks = ? WHERE id = ?
