// purpose: remember the fingerprint of the program that wrote last
// param program: fingerprint
MATCH (m:MithaqStore {id: 'store'})
SET m.program = $program
