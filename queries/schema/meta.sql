-- purpose: what the store knows of itself: the fingerprint of the program that wrote last
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
