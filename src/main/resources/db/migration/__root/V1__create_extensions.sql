-- Trigram similarity forgives typing errors in the search. The extension is trusted: the owner of the database may create it.
create extension if not exists pg_trgm with schema public;
