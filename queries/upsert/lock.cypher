// purpose: take the store's write lock, the first statement of every writing transaction; the lock is held until its end
// note: setting a property locks the node before the counter is read
// param at: time of the transaction
MATCH (m:MithaqStore {id: 'store'})
SET m.locked_at = $at
WITH m
SET m.writes = m.writes + 1
RETURN m.schema AS schema
