-- Whether the index measures one thing, and whether its cohorts are stable.
select period_start, check_id, subject, value, gate_low, gate_high, result, definition_version
from mart.index_validity
order by period_start, check_id collate "C", subject collate "C"
