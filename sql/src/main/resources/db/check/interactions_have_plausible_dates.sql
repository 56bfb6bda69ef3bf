-- Violations: interactions and discussions written before the first platform opened, or a day after they were observed. Total:
-- interactions and discussions.
select
    count(*) filter (
        where published_at < timestamptz '2004-02-04 00:00Z'
           or published_at > observed_at + interval '1 day'
    ) as violations,
    count(*) as total
from (
    select published_at, observed_at from staging.stg_interaction where release_id = :release_id
    union all
    select published_at, observed_at from staging.stg_discussion where release_id = :release_id
) as written;
