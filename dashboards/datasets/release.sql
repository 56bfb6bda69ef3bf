-- The release that every other dataset belongs to: one row.
select release_id, business_date, revision, code_version, input_fingerprint
from mart.release
