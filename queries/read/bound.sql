-- purpose: claims of articles that describe a derived node or have one for an end, as far as facts and links are made of them
-- note: the parameter is a JSON array of ids of articles
SELECT e.article, e.n, e.hash, e.published, e.type, e.subject, e.object, e.title, e.class, e.status, e.date, e.topics, e.start, e.stop, e.node, e.fact, e.count, e.surfaces
FROM evidence e WHERE e.article IN (SELECT value FROM json_each(?)) AND (e.node <> '' OR e.subject LIKE '#%' OR e.object LIKE '#%') ORDER BY e.article, e.n
