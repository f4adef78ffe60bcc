// purpose: what the graph holds under a name
// param name text: a name as the graph has it, in any of its languages; capitals do not matter
// column id: what explain and other questions take
// column label: State, Person, Organization, Place, Agreement, Event or Topic
// column name: as the graph shows it
// column name_en: in English
// column articles int: how many articles mention it
// example: mithaq query find name="Li Qiang"
MATCH (n:Entity)
WHERE toLower(n.name) = toLower($name) OR toLower(n.name_ar) = toLower($name) OR toLower(n.name_en) = toLower($name)
   OR any(a IN n.aliases WHERE toLower(a) = toLower($name))
RETURN n.id AS id,
       [l IN ['State', 'Person', 'Organization', 'Place', 'Agreement', 'Event', 'Topic'] WHERE l IN labels(n)][0] AS label,
       n.name AS name, coalesce(n.name_en, '') AS name_en, COUNT { (n)<-[:MENTIONS]-() } AS articles
ORDER BY articles DESC, id
