// Package graph is the model: what kinds of nodes and relations there are, what an article claims, and
// the one pure way in which entities, derived nodes and facts follow from the claims.
//
// The way of a batch of articles:
//
//	Extraction   what the extractor found in one article: [Article], [Mention]s and [Claim]s
//	Apply        reads what the batch touches through a [Tx], computes the [Changes] and writes them
//	Store        wraps a database: one transaction per batch under the store's write lock
//
// Nothing here knows SQL, Cypher, a language or a gazetteer; what is known of the world comes in through [World].
package graph
