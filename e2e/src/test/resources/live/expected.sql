-- What an extraction must land, from the truth of the world and what the platforms' documents say can be read.

-- One row per row of the roster: what became of the account until the night, and until the night before.
create view standing as
select
    r.platform,
    r.organization_id,
    r.relation,
    r.handle as roster_handle,
    r.stable_id as roster_id,
    a.stable_id,
    if(a.renamed_at::timestamptz <= timestamptz '{now}', a.renamed_to, a.handle) as handle,
    if(a.renamed_at::timestamptz <= timestamptz '{before}', a.renamed_to, a.handle) as handle_before,
    if(a.status_from::timestamptz <= timestamptz '{now}', a.status, 'ACTIVE') as status,
    if(a.status_from::timestamptz <= timestamptz '{before}', a.status, 'ACTIVE') as status_before,
    r.platform || ':' || coalesce(a.home_server || '/', '') as id_prefix,
    a.followers_hidden::boolean as followers_hidden,
    a.likes_hidden::boolean as likes_hidden,
    a.comments_off::boolean as comments_off
from roster r
join account_ever a
    on a.platform = r.platform
    and list_contains(string_split(a.organization_ids, ' '), r.organization_id)
    and r.handle in (a.handle, a.renamed_to);

-- LinkedIn and TikTok show nothing of others. A name leads nowhere once the account bears another one, unless its permanent id
-- is known: from the roster, or because an earlier night found it. Instagram finds accounts of others by name only.
create view readable as
select
    *,
    id_prefix || if(platform = 'google' and relation = 'OTHER', roster_id, stable_id) as account_id,
    handle <> roster_handle as is_renamed
from (
    select
        *,
        roster_id is not null
            or (timestamptz '{before}' < timestamptz '{now}' and status_before in ('ACTIVE', 'MOVED')
                and handle_before = roster_handle) as is_id_known
    from standing
)
where not (platform in ('linkedin', 'tiktok') and relation = 'OTHER')
    and status in ('ACTIVE', 'MOVED')
    and (handle = roster_handle or (is_id_known and not (platform = 'instagram' and relation = 'OTHER')));

-- Accounts belong to several providers at times.
create view readable_account as
select distinct on (account_id) * from readable order by account_id, organization_id;

-- Which counters of accounts a platform shows.
create view shown_of_account as
select * from (values
    ('bluesky', true, true, true, false, false),
    ('mastodon', true, true, true, false, false),
    ('youtube', true, false, true, true, false),
    ('x', true, true, true, false, false),
    ('instagram', true, true, true, false, false),
    ('facebook', true, false, false, false, false),
    ('linkedin', true, false, false, false, false),
    ('tiktok', true, true, true, false, false),
    ('google', false, false, false, false, true)
) as shown(platform, followers, "following", posts, views_total, ratings);

create view expected_account as
select
    r.account_id,
    case when r.status = 'MOVED' then 'MOVED' when r.is_renamed then 'RENAMED' else 'ACTIVE' end as status,
    case
        when r.followers_hidden or not s.followers then null
        -- YouTube rounds down to three significant figures.
        when r.platform = 'youtube' and a.followers >= 1000
            then a.followers - a.followers % (10 ** (length(a.followers::varchar) - 3))::bigint
        else a.followers
    end as followers,
    r.followers_hidden as are_followers_hidden,
    if(s."following", a."following", null) as "following",
    -- Bluesky leaves reposts out; Mastodon and X count them.
    if(s.posts, a.posts + if(r.platform in ('mastodon', 'x'), a.reposts, 0), null) as posts,
    if(s.views_total, a.views_total, null) as views_total,
    if(s.ratings, a.ratings, null) as ratings
from readable_account r
join account_at a on a.platform = r.platform and a.stable_id = r.stable_id
join shown_of_account s on s.platform = r.platform;

create view landed_account as
select
    account_id,
    status,
    followers,
    followers_state = 'DISABLED' as are_followers_hidden,
    "following",
    posts,
    views_total,
    ratings
from account_snapshot
where status in ('ACTIVE', 'MOVED', 'RENAMED');

-- Which counters of posts a platform shows; every one shows likes and comments, unless the owner hides them.
create view shown_of_post as
select * from (values
    ('bluesky', 'OWNED', true, true, true, false, false, false, false),
    ('bluesky', 'OTHER', true, true, true, false, false, false, false),
    ('mastodon', 'OWNED', true, true, false, false, false, false, false),
    ('mastodon', 'OTHER', true, true, false, false, false, false, false),
    ('youtube', 'OWNED', false, false, false, true, false, false, false),
    ('youtube', 'OTHER', false, false, false, true, false, false, false),
    ('x', 'OWNED', true, true, true, false, true, false, false),
    ('x', 'OTHER', true, true, true, false, true, false, false),
    ('instagram', 'OWNED', true, false, true, true, false, true, false),
    ('instagram', 'OTHER', false, false, false, true, false, false, false),
    ('facebook', 'OWNED', true, false, false, false, false, true, false),
    ('facebook', 'OTHER', true, false, false, false, false, false, false),
    ('linkedin', 'OWNED', true, false, false, false, true, true, true),
    ('tiktok', 'OWNED', true, false, false, true, false, true, false)
) as shown(platform, relation, shares, quotes, saves, "views", impressions, reach, clicks);

-- Some accounts on Instagram became a business when the world was two weeks old; the truth does not say which.
create view business as
select strptime("firstDay", '%Y-%m-%d')::timestamptz + interval 14 day as became_business
from read_json('{world}/truth/effects.json', columns = {"firstDay": 'varchar'});

create view late_business as
select account_id
from post_snapshot, business
where platform = 'instagram' and published_at < became_business
group by account_id
having bool_and(reach_state = 'NOT_AVAILABLE');

-- Every post of a readable account that is not older than a listing goes back.
create view post_in_reach as
select
    p.*,
    r.id_prefix,
    r.account_id,
    r.relation,
    r.likes_hidden,
    r.comments_off,
    -- Bluesky keeps reposts in a collection of their own.
    r.id_prefix || if(p.kind = 'REPOST', replace(p.id, 'app.bsky.feed.post', 'app.bsky.feed.repost'), p.id) as post_id,
    p.kind <> 'REPOST' as has_counters,
    -- Instagram's insights come an hour later, and never for media that are older than the business.
    p.kind <> 'REPOST'
        and not (p.platform = 'instagram' and r.relation = 'OWNED'
            and (p.appeared_at > timestamptz '{now}' - interval 1 hour
                or (p.created_at < became_business and r.account_id in (from late_business)))) as is_settled
from post_at p
cross join business
join readable_account r on r.platform = p.platform and r.stable_id = p.account
where p.created_at >= timestamptz '{now}' - interval 365 day;

create view expected_post as
select
    p.post_id,
    p.account_id,
    p.kind,
    date_trunc('second', p.created_at) as published_at,
    if(p.has_counters and not p.likes_hidden, p.counters.likes, null) as likes,
    if(p.has_counters and not p.comments_off, p.counters.comments, null) as comments,
    if(p.is_settled and s.shares, p.counters.shares, null) as shares,
    if(p.has_counters and s.quotes, p.counters.quotes, null) as quotes,
    if(p.is_settled and s.saves, p.counters.saves, null) as saves,
    case
        when not p.is_settled or not s."views" then null
        -- Instagram counts how often an image was shown as its views, and tells others of videos only.
        when p.platform = 'instagram' and p.counters."views" = 0
            then if(p.relation = 'OWNED', p.counters.impressions, null)
        else p.counters."views"
    end as "views",
    if(p.has_counters and s.impressions, p.counters.impressions, null) as impressions,
    if(p.is_settled and s.reach, p.counters.reach, null) as reach,
    if(p.has_counters and s.clicks, p.counters.clicks, null) as clicks,
    if(p.kind = 'REPOST', null, nullif(p.text, '')) as text
from post_in_reach p
join shown_of_post s on s.platform = p.platform and s.relation = p.relation;

create view landed_post as
select
    post_id,
    account_id,
    kind,
    date_trunc('second', published_at) as published_at,
    likes,
    comments,
    shares,
    quotes,
    saves,
    "views",
    impressions,
    reach,
    clicks,
    if(kind = 'REPOST', null, text) as text
from post_snapshot
where not is_removed;

-- What can be found under a post: an answer to a comment that was deleted is gone with it.
create view attached as
with recursive thread as (
    select platform, id, null::varchar as first_comment
    from interaction_at
    where parent is null or parent = post
    union all
    select i.platform, i.id, coalesce(t.first_comment, t.id)
    from interaction_at i
    join thread t on t.platform = i.platform and t.id = i.parent and i.parent is distinct from i.post
)
select i.*, t.first_comment
from interaction_at i
join thread t on t.platform = i.platform and t.id = i.id;

-- Comments are read under posts whose counters are read again, which ends with the 28th day.
create view commented_post as
select *
from post_in_reach
where has_counters
    and not comments_off
    and counters.comments > 0
    and date_trunc('day', created_at) + interval 28 day > timestamptz '{date}';

-- Where it can be found: under the post, or among what names the account. X searches seven days back.
create view reachable_interaction as
select i.* exclude (first_comment), p.id_prefix, p.account_id, p.relation
from attached i
join commented_post p on p.platform = i.platform and p.id = i.post
where not (p.platform = 'mastodon' and i.kind = 'QUOTE')
    and not (p.platform = 'x' and (i.kind = 'QUOTE' or i.created_at < timestamptz '{now}' - interval 7 day))
    and not (p.platform in ('instagram', 'tiktok', 'linkedin') and p.relation = 'OTHER')
union
select
    i.* replace (
        case
            -- X does not say under whose post the conversation of a mention stands.
            when r.platform = 'x' and i.kind = 'REPLY' then null
            -- An answer of the owner is a post of the owner.
            else coalesce(i.post, a.id)
        end as post,
        if(r.platform <> 'x' and i.post is null and a.id is not null, 'COMMENT', i.kind) as kind),
    r.id_prefix,
    r.account_id,
    r.relation
from interaction_at i
join readable_account r on r.platform = i.platform and r.stable_id = i.account
left join post_at a on a.platform = i.platform and a.id = i.parent and a.account = i.account
where i.created_at >= timestamptz '{now}' - interval 365 day
    and case r.platform
        -- Owners are told of everything that concerns them; others are found by name.
        when 'bluesky' then not i.by_owner and (i.kind = 'MENTION' or r.relation = 'OWNED')
        when 'mastodon' then not i.by_owner and i.kind <> 'QUOTE' and r.relation = 'OWNED'
        when 'x' then not i.by_owner and i.kind <> 'QUOTE'
        else i.kind = 'MENTION' and r.relation = 'OWNED' and r.platform in ('instagram', 'facebook')
    end;

-- HMAC-SHA-256 under the key of the tests. An address on Bluesky names its author: those of others land as digests.
create macro digest(message) as
    sha256(unhex('{outer_pad}') || unhex(sha256(unhex('{inner_pad}') || encode(message))));

-- So do posts of visitors that name a Page on Facebook.
create macro landed_id(platform, account_id, kind, id) as
    case
        when platform = 'bluesky' and not contains(id, replace(account_id, 'bluesky:', '')) then digest('id bluesky ' || id)
        when platform = 'facebook' and kind = 'MENTION' then digest('id facebook ' || id)
        else id
    end;

-- Facebook gives others' comments without id, author and parent.
create view expected_interaction as
select
    id_prefix
        || if(platform = 'linkedin', regexp_extract(id, ',([0-9]+)\)$', 1), landed_id(platform, account_id, kind, id))
        as interaction_id,
    account_id,
    kind,
    by_owner as is_by_owner,
    any_value(id_prefix || landed_id(platform, account_id, 'POST', post)) as post_id,
    date_trunc('second', created_at) as published_at
from reachable_interaction
where not (platform = 'facebook' and relation = 'OTHER')
group by all;

create view landed_interaction as
select
    interaction_id,
    account_id,
    kind,
    is_by_owner,
    any_value(post_id) as post_id,
    date_trunc('second', published_at) as published_at
from interaction
where not has_synthetic_id
group by all;

create view expected_anonymous_interaction as
select id_prefix || post as post_id, date_trunc('second', created_at) as published_at, count(*) as number
from reachable_interaction
where platform = 'facebook' and relation = 'OTHER'
group by all;

create view landed_anonymous_interaction as
select post_id, date_trunc('second', published_at) as published_at, count(*) as number
from interaction
where has_synthetic_id
group by all;

create view expected_review as
select
    'google:' || v.id as review_id,
    r.account_id,
    v.stars as rating,
    date_trunc('second', v.created_at) as published_at,
    date_trunc('second', v.updated_at) as updated_at,
    case v.reply_state when 'APPROVED' then 'PUBLISHED' else coalesce(v.reply_state, 'NONE') end as reply_state,
    date_trunc('second', v.replied_at) as replied_at
from review_at v
join readable_account r on r.platform = 'google' and r.stable_id = v.account
where r.relation = 'OWNED' and v.updated_at >= timestamptz '{now}' - interval 365 day;

create view landed_review as
select
    review_id,
    account_id,
    rating,
    date_trunc('second', published_at) as published_at,
    date_trunc('second', updated_at) as updated_at,
    reply_state,
    date_trunc('second', replied_at) as replied_at
from review;

-- Accounts that cannot be read, with what the platform says of them when it is asked by name. What a platform has taken away
-- it does not always say.
create view expected_loss as
select
    platform,
    organization_id,
    case
        when platform = 'bluesky' and status in ('SUSPENDED', 'DEACTIVATED') then 'GONE'
        when platform in ('mastodon', 'google', 'linkedin') then 'GONE'
        else 'RENAMED_OR_GONE'
    end as reason
from standing
where not (platform in ('linkedin', 'tiktok') and relation = 'OTHER')
    and (platform, organization_id) not in (select (platform, organization_id) from readable);

create view landed_loss as
select c.platform, c.organization_id, c.reason
from account_coverage c
where c.family = 'ACCOUNT'
    and c.state = 'FAILED'
    and exists (
        from problem p
        where p.account_id = c.account_id and p.family = 'ACCOUNT' and p.code = c.reason and not p.is_rejected);

-- Which families a platform offers; of accounts of others the second list.
create view offer as
select
    platform,
    unnest(['OWNED', 'OTHER']) as relation,
    unnest([owned, other]) as families
from (values
    ('bluesky', ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS'], ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS']),
    ('mastodon', ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS'], ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS']),
    ('youtube', ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS'], ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS']),
    ('x', ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS'], ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS']),
    ('instagram', ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS', 'INSIGHTS'], ['ACCOUNT', 'POSTS', 'POST_REFRESH']),
    ('facebook', ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS', 'INSIGHTS'], ['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS']),
    ('linkedin', ['ACCOUNT', 'POSTS', 'INTERACTIONS', 'INSIGHTS'], []),
    ('tiktok', ['ACCOUNT', 'POSTS', 'INTERACTIONS'], []),
    ('google', ['ACCOUNT', 'REVIEWS'], ['ACCOUNT'])
) as offers(platform, owned, other);

create view expected_family as
select
    s.platform,
    s.organization_id,
    f.family,
    case
        when not list_contains(o.families, f.family) then 'not offered'
        when (s.platform, s.organization_id) in (select (platform, organization_id) from readable) then 'read'
        else 'failed'
    end as state
from standing s
join offer o on o.platform = s.platform and o.relation = s.relation
cross join (
    select unnest(['ACCOUNT', 'POSTS', 'POST_REFRESH', 'INTERACTIONS', 'MENTIONS', 'REVIEWS', 'INSIGHTS']) as family) f;

create view landed_family as
select
    platform,
    organization_id,
    family,
    case state
        when 'NOT_OFFERED' then 'not offered'
        when 'FAILED' then 'failed'
        when 'PARTIAL' then 'failed'
        else 'read'
    end as state
from account_coverage;
