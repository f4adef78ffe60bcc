// purpose: delete claims with the relationship from their article
// param keys: ids
UNWIND $keys AS key
MATCH (e:Evidence {id: key}) USING INDEX SEEK e:Evidence(id)
DETACH DELETE e
