-- purpose: take the block keys of a node claim away before it is written anew
-- note: the parameter is the evidence's id
DELETE FROM block WHERE evidence = ?
