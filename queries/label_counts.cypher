// purpose: how many things of each kind the graph holds
// column label: State, Leader, Person, Organization, Place, Agreement, Event or Topic
// column count int: how many entities carry it
// example: mithaq query label_counts
MATCH (e:Entity)
UNWIND labels(e) AS label
WITH label WHERE label <> 'Entity'
RETURN label, count(*) AS count
ORDER BY count DESC, label
