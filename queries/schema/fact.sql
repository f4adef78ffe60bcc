-- purpose: relationships between entities; rel is the relationship type in Neo4j: type if asserted, else PLANNED, ALLEGED or DENIED
CREATE TABLE fact (
  key       TEXT PRIMARY KEY,
  rel       TEXT NOT NULL,
  type      TEXT NOT NULL,
  subject   TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  object    TEXT NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  status    TEXT NOT NULL,
  class     TEXT NOT NULL,
  plover    TEXT NOT NULL,
  support   INTEGER NOT NULL,
  mentions  INTEGER NOT NULL,
  first     TEXT NOT NULL,
  last      TEXT NOT NULL,
  topics    TEXT NOT NULL,
  title     TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date   TEXT NOT NULL,
  terms     TEXT NOT NULL,
  reference INTEGER NOT NULL
);
CREATE INDEX fact_subject ON fact (subject, rel);
CREATE INDEX fact_object ON fact (object, rel);
CREATE INDEX fact_rel ON fact (rel);
CREATE INDEX fact_reference_subject ON fact (subject) WHERE reference = 1;
CREATE INDEX fact_reference_object ON fact (object) WHERE reference = 1;
