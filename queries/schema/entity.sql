-- purpose: everything but articles and evidence; labels, aliases and props are JSON, entity_label is for questions by label
CREATE TABLE entity (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  name_ar TEXT NOT NULL,
  name_en TEXT NOT NULL,
  labels  TEXT NOT NULL,
  aliases TEXT NOT NULL,
  props   TEXT NOT NULL
);
CREATE TABLE entity_label (
  label  TEXT NOT NULL,
  entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (label, entity)
) WITHOUT ROWID;
CREATE INDEX entity_label_entity ON entity_label (entity);
