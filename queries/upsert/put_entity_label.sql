-- purpose: say that an entity carries a label
-- note: the parameters are label, entity
INSERT INTO entity_label (label, entity) VALUES (?, ?)
