// purpose: what the program remembers beside the graph, such as which answer of a server it has read already
CREATE CONSTRAINT mithaq_note_key IF NOT EXISTS FOR (n:MithaqNote) REQUIRE n.key IS UNIQUE
