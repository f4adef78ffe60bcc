// Relations of two states · العلاقات بين دولتين
// en: Everything between China and Russia, and between their leaders. Put other codes for other states.
// ar: كل ما بين الصين وروسيا وما بين قادتهما. ضع رمزي دولتين أخريين إن شئت.
MATCH p = (:State {id: 'CHN'})-[]-(:State {id: 'RUS'})
RETURN p LIMIT 100
UNION
MATCH p = (:State {id: 'CHN'})<-[:HOLDS_OFFICE]-(:Leader)-[:MET]-(:Leader)-[:HOLDS_OFFICE]->(:State {id: 'RUS'})
RETURN p LIMIT 100
