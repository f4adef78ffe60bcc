package extract

// honoured takes the honorifics into the titles behind them, so that nothing stands between a verb or preposition and who is meant:
// "received His Excellency the minister X".
func honoured(chunks []*chunk) []*chunk {
	var out []*chunk
	for i, c := range chunks {
		if i+1 < len(chunks) && c.honours() {
			if next := chunks[i+1]; next.title != nil && next.conj == "" && next.prep == "" && next.from == c.to {
				next.from, next.conj, next.prep = c.from, c.conj, c.prep
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// honours tells whether a chunk is an honorific.
func (c *chunk) honours() bool {
	for _, s := range c.senses {
		if s.kind == senseHonorific {
			return c.kind != chunkActor && c.kind != chunkPrep
		}
	}
	return false
}
