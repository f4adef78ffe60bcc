-- purpose: what the program remembers beside the graph, such as which answer of a server it has read already
CREATE TABLE note (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
