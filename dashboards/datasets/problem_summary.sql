-- How often each kind of problem was met in each source.
select source_id, code, is_rejected, problems
from mart.problem_summary
order by source_id collate "C", code collate "C", is_rejected
