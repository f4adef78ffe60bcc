// purpose: one node for the store itself
CREATE CONSTRAINT mithaq_store_id IF NOT EXISTS FOR (n:MithaqStore) REQUIRE n.id IS UNIQUE
