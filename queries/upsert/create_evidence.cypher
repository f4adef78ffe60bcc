// purpose: write the claims of articles that have none yet; there is nothing to look for
// param rows: maps of article and its claims, each a map of all properties
UNWIND $rows AS row
MATCH (a:Article {id: row.article}) USING INDEX SEEK a:Article(id)
UNWIND row.claims AS claim
CREATE (a)-[:EVIDENCE]->(n:Evidence)
SET n = claim
