// Events of an organization · أحداث منظمة
// en: Meetings and summits in which an organization took part, with the others there and the place. Choose another organization.
// ar: الاجتماعات والقمم التي شاركت فيها منظمة مع سائر المشاركين والمكان. ضع منظمة أخرى إن شئت.
MATCH p = (:Organization {id: 'org/sco'})-[:PARTICIPATED_IN]->(v:Event)
OPTIONAL MATCH q = (v)-[:HELD_IN]->(:Entity)
OPTIONAL MATCH o = (v)<-[:PARTICIPATED_IN]-(:Entity)
RETURN p, q, o LIMIT 100
