-- purpose: the sentences behind a fact or a derived node, with their articles
-- param key text: the key of a fact, or the id of an event, agreement or other derived node
-- column published: when the article appeared
-- column source: newspaper or agency
-- column title: of the article
-- column sentence: what it says
-- column date date: of the act, if the text gives one
-- column status: asserted, planned, alleged or denied
-- column rule: what read it
-- column start int: where the sentence begins, in bytes of title, newline and text
-- column end int: where it ends
-- column article: id
-- example: mithaq query sources key="COOPERATES_WITH|CHN|RUS|asserted"
SELECT a.published AS published, a.source AS source, a.title AS title, e.sentence AS sentence, e.date AS date, e.status AS status, e.rule AS rule,
       e.start AS start, e.stop AS "end", a.id AS article
FROM (SELECT * FROM evidence WHERE fact = :key AND fact <> '' UNION SELECT * FROM evidence WHERE node = :key AND node <> '') e
JOIN article a ON a.id = e.article
ORDER BY a.published, a.id, e.n
