-- What the simulator answered, by its own account. Placeholders: {requests}, {losses}, {plain}: the landing of the same night
-- without faults.

create view request as
select "at" as world_stood_at, split_part(platform, '-', 1) as platform, endpoint, subjects, status, served, fault
from read_json('{requests}', columns = {"at": 'timestamptz', platform: 'varchar', endpoint: 'varchar', subjects: 'varchar[]', status: 'int', served: 'varchar[]', fault: 'varchar'})
where "at" = timestamptz '{now}';

create view loss as
select distinct split_part(failed.platform, '-', 1) as platform, failed.account, failed.kind
from (select unnest(losses) as failed from read_json('{losses}', columns = {losses: 'struct(platform varchar, endpoint varchar, account varchar, kind varchar)[]'}));

-- Posts, interactions and reviews that a caller could read from whole answers, each once.
create view served_item as
select distinct
    platform,
    case
        when platform = 'linkedin' and contains(item, ',') then regexp_extract(item, ',([0-9]+)\)$', 1)
        -- Of others than the accounts themselves the address lands as a digest.
        when platform = 'bluesky' and regexp_extract(item, 'did:plc:[a-z0-9]+') not in (select stable_id from account_ever)
            then digest('id bluesky ' || item)
        when platform = 'facebook' and endpoint = 'tagged' then digest('id facebook ' || item)
        else item
    end as item
from (select platform, endpoint, unnest(served) as item from request where status = 200)
where item not in (select stable_id from account_ever)
    -- The log names threads of YouTube, not the answers in them.
    and endpoint <> 'commentThreads';

-- The same as far as it landed; of what has no id of its own only the number.
create view landed_item as
select distinct platform, regexp_replace(id, '^[a-z]+:([a-z.]+/)?', '') as item, has_id
from (
    select platform, post_id as id, true as has_id from post_snapshot
    union all
    select platform, interaction_id, not has_synthetic_id from interaction where platform <> 'youtube'
    union all
    select 'google', review_id, true from review);

create view account_of_plain as
select * from read_parquet('{plain}/account_snapshot/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view post_of_plain as
select * from read_parquet('{plain}/post_snapshot/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view interaction_of_plain as
select * from read_parquet('{plain}/interaction/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view review_of_plain as
select * from read_parquet('{plain}/review/business_date={date}/*/*/*.parquet', hive_partitioning = false);

-- Rows that differ from those of the night without faults; Instagram retired the metric of saves.
create view difference as
with account_row as (
    select 'plain' as night, * from account_of_plain union all by name select 'faulty' as night, * from account_snapshot),
post_row as (
    select 'plain' as night, * from post_of_plain union all by name select 'faulty' as night, * from post_snapshot),
interaction_row as (
    select 'plain' as night, * from interaction_of_plain union all by name select 'faulty' as night, * from interaction),
review_row as (
    select 'plain' as night, * from review_of_plain union all by name select 'faulty' as night, * from review),
landed as (
    select night, account_id, 'ACCOUNT' as family, account_id as id, md5(row(status, handle, display_name, followers, "following", posts, ratings)::varchar) as content from account_row
    union all
    select night, account_id, 'POSTS', post_id, md5(row(kind, published_at, title, text, language, likes, comments, shares, quotes, "views", impressions, reach, clicks)::varchar) from post_row
    union all
    select distinct night, account_id, 'INTERACTIONS', interaction_id, md5(row(is_by_owner, published_at, text, author_pseudonym)::varchar) from interaction_row
    union all
    select night, account_id, 'REVIEWS', review_id, md5(row(rating, reply_state, replied_at, text)::varchar) from review_row)
select coalesce(p.account_id, f.account_id) as account_id, coalesce(p.family, f.family) as family, count(*) as number
from (from landed where night = 'plain') p
full join (from landed where night = 'faulty') f
    on f.account_id = p.account_id and f.family = p.family and f.id = p.id
where p.content is distinct from f.content
group by all;

-- Families of accounts of which something is said to be missing, twice: as a problem and in the coverage. What failed for the
-- account failed for its families; posts are also read one by one, and comments hang on posts. An account that was never found
-- has its name for an id.
create view named as
select distinct account_id, readable.platform || ':@' || roster_handle as name, readable.platform, stable_id
from readable
union
select account_id, account_id, split_part(account_id, ':', 1), null
from account_of_plain
where account_id not in (select account_id from readable);

create view listed_loss as
select distinct n.account_id, f.family
from named n
cross join (values
    ('ACCOUNT', ['ACCOUNT']),
    ('POSTS', ['ACCOUNT', 'POSTS', 'POST_REFRESH']),
    ('INTERACTIONS', ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS']),
    ('REVIEWS', ['ACCOUNT', 'REVIEWS'])) as f(family, causes)
join problem p on p.account_id in (n.account_id, n.name) and list_contains(f.causes, p.family)
join account_coverage c on c.account_id in (n.account_id, n.name) and list_contains(f.causes, c.family)
where p.code in ('TRANSIENT', 'CONTRACT_DRIFT', 'INCOMPLETE_RECORD', 'QUOTA_EXHAUSTED', 'RATE_LIMITED', 'AUTH_EXPIRED')
    and c.state in ('FAILED', 'PARTIAL', 'LIMITED')
    and c.reason is not null;

create view unlisted_difference as
select d.*
from difference d
left join named n on n.name = d.account_id
where (coalesce(n.account_id, d.account_id), d.family) not in (select (account_id, family) from listed_loss);
