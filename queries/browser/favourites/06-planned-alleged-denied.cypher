// Planned, alleged and denied · المزمع والمزعوم والمنفي
// en: What is not an established fact: announced for later, claimed by one side, or denied. The act stands on the line.
// ar: ما ليس واقعًا ثابتًا: أُعلن لوقت لاحق أو ادعاه طرف أو نُفي. والفعل مكتوب على الخط.
MATCH p = (:Entity)-[:PLANNED|ALLEGED|DENIED]->(:Entity)
RETURN p LIMIT 100
