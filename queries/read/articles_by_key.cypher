// purpose: articles that have one of these keys of texts
// note: a key begins with h before the hash, or with the number of its band
// param keys: keys
UNWIND [k IN $keys WHERE left(k, 1) = 'h'] AS key MATCH (n:Article {hash: substring(key, 1)}) USING INDEX SEEK n:Article(hash) RETURN properties(n) AS props
UNION UNWIND [k IN $keys WHERE left(k, 1) = '0'] AS key MATCH (n:Article {k0: key}) USING INDEX SEEK n:Article(k0) RETURN properties(n) AS props
UNION UNWIND [k IN $keys WHERE left(k, 1) = '1'] AS key MATCH (n:Article {k1: key}) USING INDEX SEEK n:Article(k1) RETURN properties(n) AS props
UNION UNWIND [k IN $keys WHERE left(k, 1) = '2'] AS key MATCH (n:Article {k2: key}) USING INDEX SEEK n:Article(k2) RETURN properties(n) AS props
UNION UNWIND [k IN $keys WHERE left(k, 1) = '3'] AS key MATCH (n:Article {k3: key}) USING INDEX SEEK n:Article(k3) RETURN properties(n) AS props
UNION UNWIND [k IN $keys WHERE left(k, 1) = '4'] AS key MATCH (n:Article {k4: key}) USING INDEX SEEK n:Article(k4) RETURN properties(n) AS props
UNION UNWIND [k IN $keys WHERE left(k, 1) = '5'] AS key MATCH (n:Article {k5: key}) USING INDEX SEEK n:Article(k5) RETURN properties(n) AS props
UNION UNWIND [k IN $keys WHERE left(k, 1) = '6'] AS key MATCH (n:Article {k6: key}) USING INDEX SEEK n:Article(k6) RETURN properties(n) AS props
UNION UNWIND [k IN $keys WHERE left(k, 1) = '7'] AS key MATCH (n:Article {k7: key}) USING INDEX SEEK n:Article(k7) RETURN properties(n) AS props
