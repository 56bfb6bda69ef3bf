-- How often each kind of problem was met in each source and family of data.
select source_id, platform, family, code, is_rejected, problems
from mart.problem_summary
order by source_id collate "C", code collate "C", family collate "C", is_rejected
