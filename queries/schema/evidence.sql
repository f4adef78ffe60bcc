-- purpose: what each article claims, and the fact or derived node that the claim supports; block finds mentions of the same thing
-- note: node claims that differ in nothing but where they stand have one profile: see evidence_profile
CREATE TABLE evidence (
  id           TEXT PRIMARY KEY,
  article      TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  n            INTEGER NOT NULL,
  hash         TEXT NOT NULL,
  published    TEXT NOT NULL,
  type         TEXT NOT NULL,
  name_ar      TEXT NOT NULL,
  name_en      TEXT NOT NULL,
  fold         TEXT NOT NULL,
  kind         TEXT NOT NULL,
  ordinal      TEXT NOT NULL,
  place        TEXT NOT NULL,
  participants TEXT NOT NULL,
  state        TEXT NOT NULL,
  nation       TEXT NOT NULL,
  subject      TEXT NOT NULL,
  object       TEXT NOT NULL,
  title        TEXT NOT NULL,
  class        TEXT NOT NULL,
  status       TEXT NOT NULL,
  date         TEXT NOT NULL,
  topics       TEXT NOT NULL,
  sentence     TEXT NOT NULL,
  start        INTEGER NOT NULL,
  stop         INTEGER NOT NULL,
  rule         TEXT NOT NULL,
  node         TEXT NOT NULL,
  fact         TEXT NOT NULL,
  count        INTEGER NOT NULL,
  surfaces     TEXT NOT NULL,
  actors       TEXT NOT NULL,
  site         TEXT NOT NULL,
  moment       TEXT NOT NULL,
  sound        TEXT NOT NULL,
  blocks       TEXT NOT NULL,
  overlay      TEXT NOT NULL,
  profile      TEXT NOT NULL DEFAULT ''
);
CREATE INDEX evidence_article ON evidence (article);
CREATE INDEX evidence_node ON evidence (node) WHERE node <> '';
CREATE INDEX evidence_fact ON evidence (fact) WHERE fact <> '';
CREATE TABLE block (
  key      TEXT NOT NULL,
  evidence TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (key, evidence)
) WITHOUT ROWID;
CREATE INDEX block_evidence ON block (evidence);
