-- What a night landed, and the world as it stood when the night looked. Placeholders: {landing}, {date}, {world}, {now}, and
-- {before}: when the night before looked, or the same instant where there was none.

set TimeZone = 'UTC';

create view account_snapshot as select * from read_parquet('{landing}/account_snapshot/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view account_link as select * from read_parquet('{landing}/account_link/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view account_coverage as select * from read_parquet('{landing}/account_coverage/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view account_insight as select * from read_parquet('{landing}/account_insight/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view post_snapshot as select * from read_parquet('{landing}/post_snapshot/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view interaction as select * from read_parquet('{landing}/interaction/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view review as select * from read_parquet('{landing}/review/business_date={date}/*/*/*.parquet', hive_partitioning = false);
create view problem as select * from read_parquet('{landing}/problem/business_date={date}/*/*/*.parquet', hive_partitioning = false);

create view account_at as select * from read_json('{world}/truth/account_at.jsonl', columns = {platform: 'varchar', stable_id: 'varchar', handle: 'varchar', status: 'varchar', followers: 'bigint', "following": 'bigint', posts: 'bigint', reposts: 'bigint', views_total: 'bigint', ratings: 'bigint', rating_hundredths: 'bigint'});
create view post_at as select * from read_json('{world}/truth/post_at.jsonl', columns = {platform: 'varchar', account: 'varchar', id: 'varchar', kind: 'varchar', created_at: 'timestamptz', appeared_at: 'timestamptz', language: 'varchar', text: 'varchar', counters: 'struct(likes bigint, comments bigint, shares bigint, quotes bigint, saves bigint, "views" bigint, impressions bigint, reach bigint, clicks bigint)'});
create view interaction_at as select * from read_json('{world}/truth/interaction_at.jsonl', columns = {platform: 'varchar', account: 'varchar', id: 'varchar', kind: 'varchar', post: 'varchar', parent: 'varchar', by_owner: 'boolean', created_at: 'timestamptz', text: 'varchar'});
create view review_at as select * from read_json('{world}/truth/review_at.jsonl', columns = {account: 'varchar', id: 'varchar', stars: 'bigint', created_at: 'timestamptz', updated_at: 'timestamptz', text: 'varchar', reply_state: 'varchar', replied_at: 'timestamptz'});
create view roster as select * from read_csv('{world}/roster.csv', all_varchar = true);
create view account_ever as select * from read_csv('{world}/truth/accounts.csv', all_varchar = true);

-- Keys of datasets that occur more than once in the night.
create view landed_twice as
select 'account_snapshot' as dataset, account_id as id from account_snapshot group by account_id having count(*) > 1
union all
select 'post_snapshot', post_id from post_snapshot group by post_id having count(*) > 1
union all
select 'interaction', interaction_id from interaction group by interaction_id, account_id having count(*) > 1
union all
select 'review', review_id from review group by review_id having count(*) > 1
union all
select 'account_insight', account_id || ' ' || metric || ' ' || day
from account_insight group by account_id, metric, day having count(*) > 1
union all
select 'account_coverage', account_id || ' ' || organization_id || ' ' || family
from account_coverage group by account_id, organization_id, family having count(*) > 1
union all
select 'account_link', account_id || ' ' || organization_id from account_link group by account_id, organization_id having count(*) > 1;
