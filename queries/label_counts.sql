-- purpose: how many things of each kind the graph holds
-- column label: State, Leader, Person, Organization, Place, Agreement, Event or Topic
-- column count int: how many entities carry it
-- example: mithaq query label_counts
SELECT label, count(*) AS count
FROM entity_label
GROUP BY label
ORDER BY count DESC, label
