-- What a night must land that goes on from the night before. Placeholder: {date_before}.

create view post_before as
select * from read_parquet('{landing}/post_snapshot/business_date={date_before}/*/*/*.parquet', hive_partitioning = false);

-- Listings go back to the newest post that was known, and three days further because posts appear late.
create view listed_from as
select
    r.account_id,
    coalesce(max(b.published_at), timestamptz '{before}') - interval 3 day as listed_from
from readable_account r
left join post_before b on b.account_id = r.account_id and b.published_at <= timestamptz '{before}'
where r.account_id in (
    select account_id from read_parquet('{landing}/account_snapshot/business_date={date_before}/*/*/*.parquet', hive_partitioning = false)
    where status in ('ACTIVE', 'MOVED', 'RENAMED'))
group by r.account_id;

-- Counters of known posts are read again at these ages.
create view due_post as
select b.post_id, b.account_id, b.published_at, b.kind
from post_before b
where b.kind <> 'REPOST'
    and date_diff('day', date_trunc('day', b.published_at), timestamptz '{date}') in (0, 1, 2, 3, 4, 5, 6, 7, 14, 28);

-- LinkedIn and TikTok have no way to ask for single posts: their listings go back to the oldest post that is due.
create view relisted_from as
select account_id, min(published_at) as relisted_from
from due_post
where split_part(account_id, ':', 1) in ('linkedin', 'tiktok')
group by account_id;

create view expected_post_again as
select p.*
from expected_post p
join post_in_reach a on a.post_id = p.post_id
left join listed_from l on l.account_id = p.account_id
left join relisted_from r on r.account_id = p.account_id
where l.account_id is null
    or a.created_at >= least(l.listed_from, coalesce(r.relisted_from, l.listed_from))
    or p.post_id in (select post_id from due_post);

-- Gone since the night before, looked for last night and tonight in vain.
create view absent_post as
select d.*
from due_post d
join readable_account r on r.account_id = d.account_id
where d.post_id not in (select post_id from post_in_reach);

-- Where a counter of comments moved since the night before, they are read again.
create view missing_interaction_again as
select e.*
from expected_interaction e
join expected_post_again p on p.post_id = e.post_id
join post_before b on b.post_id = e.post_id
where p.comments <> b.comments
    and e.kind in ('COMMENT', 'REPLY')
    and e.interaction_id not in (select interaction_id from landed_interaction);
