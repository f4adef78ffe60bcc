// purpose: claims by the derived node that they describe
CREATE INDEX evidence_node IF NOT EXISTS FOR (n:Evidence) ON (n.node)
