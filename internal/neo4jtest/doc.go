// Package neo4jtest gives tests a real Neo4j Community server, without a container engine.
//
// A package with many tests shares one server; it goes when the test binary ends, however that happens:
//
//	var server neo4jtest.Shared
//
//	func TestUpsert(t *testing.T) {
//		db := server.Get(t, neo4jtest.Options{})
//		db.Wipe(t)
//		... db.URI(), db.Username(), db.Password() ...
//	}
//
// A test that stops its server or wants another configuration takes its own with [Start].
//
// The jars come from Maven Central once and are kept in the user's cache folder (os.UserCacheDir, mithaq/neo4j-VERSION),
// together with an archive of loaded classes that halves the time of a start.
// Needed are a Java runtime, 17 or newer, and mvn for the first run. With MITHAQ_TEST_NEO4J=bolt://HOST:PORT the tests use
// that server instead (NEO4J_USERNAME, NEO4J_PASSWORD; MITHAQ_TEST_NEO4J_HTTP if its HTTP port is not 7474): its content
// is deleted, so only a server for tests belongs there. With neither, tests are skipped loudly; with CI=true they fail.
//
// Every test binary has its own server: two packages that run at the same time cannot see each other's data.
package neo4jtest
