-- purpose: give a stored node claim other blocks
-- note: the parameters are the blocks, a JSON array, the profile, and the evidence's id
UPDATE evidence SET blocks = ?, profile = ? WHERE id = ?
