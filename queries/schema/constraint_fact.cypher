// purpose: one relationship per fact; runs once for every relationship type, whose name stands for {{TYPE}}
CREATE CONSTRAINT fact_{{TYPE}}_key IF NOT EXISTS FOR ()-[r:{{TYPE}}]-() REQUIRE r.key IS UNIQUE
