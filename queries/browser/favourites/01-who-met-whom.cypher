// Who met whom · من التقى بمن
// en: Meetings and calls between leaders. The line has no arrow because a meeting goes both ways.
// ar: لقاءات القادة واتصالاتهم. كُتبت العلاقة بلا سهم لأن اللقاء متبادل.
MATCH p = (:Leader)-[:MET]-(:Leader)
RETURN p LIMIT 100
