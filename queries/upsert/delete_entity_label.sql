-- purpose: take all labels from an entity before it is written anew
-- note: the parameter is the entity's id
DELETE FROM entity_label WHERE entity = ?
