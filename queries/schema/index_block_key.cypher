// purpose: claims by the block keys beyond the fourth
CREATE INDEX block_key IF NOT EXISTS FOR (n:Block) ON (n.key)
