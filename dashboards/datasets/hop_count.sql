-- Rows that entered and left each hop from source to mart.
select hop, subject, rows_in, rows_out, rejected, deduplicated
from mart.hop_count
order by hop collate "C", subject collate "C"
