-- purpose: the version of the database
-- note: no parameters
SELECT 'sqlite ' || sqlite_version()
