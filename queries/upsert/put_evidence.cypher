// purpose: write claims as a whole and bind new ones to their article
// param rows: maps of id, article and props
UNWIND $rows AS row
OPTIONAL MATCH (e:Evidence {id: row.id}) USING INDEX SEEK e:Evidence(id)
CALL (row, e) { WITH row, e WHERE e IS NOT NULL SET e = row.props }
CALL (row, e) {
  WITH row, e WHERE e IS NULL
  MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
  CREATE (a)-[:EVIDENCE]->(n:Evidence)
  SET n = row.props
}
RETURN count(e) AS found
