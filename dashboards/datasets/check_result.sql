-- What the quality checks found before the release was published.
select check_id, severity, violations, total, threshold_pct, status, note
from mart.check_result
order by check_id collate "C"
