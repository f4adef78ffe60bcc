-- purpose: let a stored claim support another node or fact, or another name of its text
-- note: the parameters are the node, the fact, the name of the text, the evidence's id
UPDATE evidence SET node = ?, fact = ?, hash = ? WHERE id = ?
