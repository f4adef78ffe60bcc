-- purpose: what tells whether an article changed, apart from the texts so that it is found without reading them
CREATE TABLE version (
  id        TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  digest    TEXT NOT NULL,
  published TEXT NOT NULL
) WITHOUT ROWID;
