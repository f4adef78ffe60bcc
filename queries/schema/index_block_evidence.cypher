// purpose: the further block keys of a claim
CREATE INDEX block_evidence IF NOT EXISTS FOR (n:Block) ON (n.evidence)
