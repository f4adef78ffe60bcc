-- purpose: every entity for the export
-- note: no parameters
SELECT id, name, name_ar, name_en, labels, aliases, props
FROM entity ORDER BY id
