// purpose: the sentences behind a fact or a derived node, with their articles
// param key text: the key of a fact, or the id of an event, agreement or other derived node
// column published: when the article appeared
// column source: newspaper or agency
// column title: of the article
// column sentence: what it says
// column date date: of the act, if the text gives one
// column status: asserted, planned, alleged or denied
// column rule: what read it
// column start int: where the sentence begins, in bytes of title, newline and text
// column end int: where it ends
// column article: id
// example: mithaq query sources key="COOPERATES_WITH|CHN|RUS|asserted"
CALL () {
  MATCH (e:Evidence {fact: $key}) RETURN e
  UNION
  MATCH (e:Evidence {node: $key}) RETURN e
}
MATCH (a:Article)-[:EVIDENCE]->(e)
RETURN coalesce(a.published, '') AS published, coalesce(a.source, '') AS source, coalesce(a.title, '') AS title, coalesce(e.sentence, '') AS sentence,
       coalesce(e.date, '') AS date, e.status AS status, coalesce(e.rule, '') AS rule, e.start AS start, e.end AS end, a.id AS article
ORDER BY published, article, e.n
