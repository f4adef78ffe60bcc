// purpose: let stored claims support another node or fact
// param rows: maps of id, and of node and fact, null where there is none
UNWIND $rows AS row
MATCH (e:Evidence {id: row.id}) USING INDEX SEEK e:Evidence(id)
SET e.node = row.node, e.fact = row.fact
RETURN count(e) AS found
