-- What was read from each source file.
select source_id, platform, format, file, as_of, rows_read, rows_landed, rows_rejected
from mart.source_read
order by source_id collate "C", file collate "C"
