-- purpose: how many nodes carry a label and how many relationships a type has
-- note: no parameters
SELECT 'label', label, count(*) FROM entity_label GROUP BY label
UNION ALL SELECT 'label', 'Entity', count(*) FROM entity
UNION ALL SELECT 'label', 'Article', count(*) FROM article
UNION ALL SELECT 'label', 'Evidence', count(*) FROM evidence
UNION ALL SELECT 'type', 'EVIDENCE', count(*) FROM evidence
UNION ALL SELECT 'type', rel, count(*) FROM fact GROUP BY rel
UNION ALL SELECT 'type', type, count(*) FROM link GROUP BY type
ORDER BY 1, 2
