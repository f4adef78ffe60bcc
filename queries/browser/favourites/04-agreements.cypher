// Agreements, who signed them, what they are about · الاتفاقات وموقعوها وموضوعاتها
// en: Treaties, memoranda and joint statements with their signatories and topics.
// ar: المعاهدات والمذكرات والبيانات المشتركة مع موقعيها وموضوعاتها.
MATCH p = (:Entity)-[:SIGNED]->(g:Agreement)
OPTIONAL MATCH q = (g)-[:ABOUT]->(:Topic)
RETURN p, q LIMIT 100
