-- purpose: node claims by profile, and the blocks of profiles, which go with the last claim that has the profile
CREATE INDEX evidence_profile ON evidence (profile, article, n) WHERE profile <> '';
CREATE TABLE alike (
  key     TEXT NOT NULL,
  profile TEXT NOT NULL,
  PRIMARY KEY (key, profile)
) WITHOUT ROWID;
CREATE INDEX alike_profile ON alike (profile);
CREATE TRIGGER evidence_gone AFTER DELETE ON evidence
WHEN old.profile <> '' AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.profile = old.profile AND e.profile <> '')
BEGIN
  DELETE FROM alike WHERE profile = old.profile;
END;
CREATE TRIGGER evidence_changed AFTER UPDATE OF profile ON evidence
WHEN old.profile <> '' AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.profile = old.profile AND e.profile <> '')
BEGIN
  DELETE FROM alike WHERE profile = old.profile;
END;
