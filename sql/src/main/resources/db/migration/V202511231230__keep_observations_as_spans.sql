-- A release holds the observations of all nights up to its own, so a table with a row per night would repeat them all every
-- night. A row now says how long releases said the same, as in fct_outcome. What was published before keeps its rows, each
-- until the next published business date.

alter table warehouse.fct_post_metric
    add column known_until date,
    add constraint fct_post_metric_known_range check (known_until > known_on);

update warehouse.fct_post_metric
set known_until = ops.next_business_date(known_on);

comment on table warehouse.fct_post_metric is
    'One row per post, metric and span of business dates on which releases said the same of it: an '
    'observation is not repeated while no newer one replaces it, and spans stay right in whatever order '
    'nights are published.';
comment on column warehouse.fct_post_metric.metric is 'Metric: views, likes, comments, shares, quotes, saves, impressions, reach or clicks.';
comment on column warehouse.fct_post_metric.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_post_metric.known_until is 'Business date from which the release said so no longer; NULL while it still does.';

alter table warehouse.fct_account_day
    add column observed_on date,
    add column status text,
    add column moved_to text,
    add column has_description boolean,
    add column has_website boolean,
    add column has_avatar boolean,
    add column is_verified boolean,
    add column has_phone boolean,
    add column has_address boolean,
    add column has_category boolean,
    add column following bigint,
    add column following_state text,
    add column following_precision text,
    add column following_definition text,
    add column views_total bigint,
    add column views_total_state text,
    add column views_total_precision text,
    add column views_total_definition text,
    add column ratings bigint,
    add column ratings_state text,
    add column ratings_precision text,
    add column ratings_definition text,
    add column rating_hundredths bigint,
    add column rating_hundredths_state text,
    add column rating_hundredths_precision text,
    add column rating_hundredths_definition text,
    add column known_until date,
    drop constraint fct_account_day_pkey;

update warehouse.fct_account_day
set
    observed_on = (observed_at at time zone 'UTC')::date,
    status = 'UNKNOWN',
    known_until = ops.next_business_date(known_on),
    following_state = 'NOT_IN_SOURCE',
    following_precision = 'UNKNOWN',
    following_definition = platform || '.subscription_count.v1',
    views_total_state = 'NOT_IN_SOURCE',
    views_total_precision = 'UNKNOWN',
    views_total_definition = platform || '.channel_view_count.v1',
    ratings_state = 'NOT_IN_SOURCE',
    ratings_precision = 'UNKNOWN',
    ratings_definition = platform || '.rating_count.v1',
    rating_hundredths_state = 'NOT_IN_SOURCE',
    rating_hundredths_precision = 'UNKNOWN',
    rating_hundredths_definition = platform || '.rating.v1';

alter table warehouse.fct_account_day
    alter column observed_on set not null,
    alter column status set not null,
    alter column following_state set not null,
    alter column following_precision set not null,
    alter column following_definition set not null,
    alter column views_total_state set not null,
    alter column views_total_precision set not null,
    alter column views_total_definition set not null,
    alter column ratings_state set not null,
    alter column ratings_precision set not null,
    alter column ratings_definition set not null,
    alter column rating_hundredths_state set not null,
    alter column rating_hundredths_precision set not null,
    alter column rating_hundredths_definition set not null,
    add constraint fct_account_day_pkey primary key (account_id, observed_on, known_on),
    add constraint fct_account_day_known_range check (known_until > known_on);

comment on table warehouse.fct_account_day is
    'One row per account, day of observation and span of business dates on which releases said the same of '
    'it: see fct_post_metric.';
comment on column warehouse.fct_account_day.observed_on is 'Day of the observation in UTC.';
comment on column warehouse.fct_account_day.status is 'Whether the account could be read, and if not, why.';
comment on column warehouse.fct_account_day.moved_to is 'Account that it says it has moved to.';
comment on column warehouse.fct_account_day.has_description is 'Whether the profile says something about the provider; NULL where it is not known.';
comment on column warehouse.fct_account_day.has_website is 'Whether the profile links back to a website; NULL where it is not known.';
comment on column warehouse.fct_account_day.has_avatar is 'Whether the profile has a picture; NULL where it is not known.';
comment on column warehouse.fct_account_day.is_verified is 'Whether the platform has verified the account; NULL where it is not known.';
comment on column warehouse.fct_account_day.has_phone is 'Whether the profile gives a telephone number; NULL where it is not known.';
comment on column warehouse.fct_account_day.has_address is 'Whether the profile gives an address or opening hours; NULL where it is not known.';
comment on column warehouse.fct_account_day.has_category is 'Whether the profile names a category; NULL where it is not known.';
comment on column warehouse.fct_account_day.following is 'Accounts that the account follows. NULL where the state says why.';
comment on column warehouse.fct_account_day.following_state is 'Why following has a value or has none.';
comment on column warehouse.fct_account_day.following_precision is 'How exactly the source reports following.';
comment on column warehouse.fct_account_day.following_definition is 'Id and version of what following counts.';
comment on column warehouse.fct_account_day.views_total is 'Views of all its posts. NULL where the state says why.';
comment on column warehouse.fct_account_day.views_total_state is 'Why views_total has a value or has none.';
comment on column warehouse.fct_account_day.views_total_precision is 'How exactly the source reports views_total.';
comment on column warehouse.fct_account_day.views_total_definition is 'Id and version of what views_total counts.';
comment on column warehouse.fct_account_day.ratings is 'Ratings that patients and visitors gave on the platform. NULL where the state says why.';
comment on column warehouse.fct_account_day.ratings_state is 'Why ratings has a value or has none.';
comment on column warehouse.fct_account_day.ratings_precision is 'How exactly the source reports ratings.';
comment on column warehouse.fct_account_day.ratings_definition is 'Id and version of what ratings counts.';
comment on column warehouse.fct_account_day.rating_hundredths is 'Mean of those ratings in hundredths of a star. NULL where the state says why.';
comment on column warehouse.fct_account_day.rating_hundredths_state is 'Why rating_hundredths has a value or has none.';
comment on column warehouse.fct_account_day.rating_hundredths_precision is 'How exactly the source reports rating_hundredths.';
comment on column warehouse.fct_account_day.rating_hundredths_definition is 'Id and version of what rating_hundredths counts.';
comment on column warehouse.fct_account_day.known_on is 'First business date on which the release said so.';
comment on column warehouse.fct_account_day.known_until is 'Business date from which the release said so no longer; NULL while it still does.';
