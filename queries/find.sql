-- purpose: what the graph holds under a name
-- param name text: a name as the graph has it, in any of its languages; capitals do not matter
-- column id: what explain and other questions take
-- column label: State, Person, Organization, Place, Agreement, Event or Topic
-- column name: as the graph shows it
-- column name_en: in English
-- column articles int: how many articles mention it
-- example: mithaq query find name="Li Qiang"
SELECT n.id AS id,
       (SELECT label FROM entity_label WHERE entity = n.id AND label <> 'Leader') AS label,
       n.name AS name, n.name_en AS name_en,
       (SELECT count(*) FROM link WHERE node = n.id AND type = 'MENTIONS') AS articles
FROM entity n
WHERE lower(n.name) = lower(:name) OR lower(n.name_ar) = lower(:name) OR lower(n.name_en) = lower(:name)
   OR EXISTS (SELECT 1 FROM json_each(n.aliases) WHERE lower(value) = lower(:name))
ORDER BY articles DESC, id
