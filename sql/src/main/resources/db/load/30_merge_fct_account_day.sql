-- Replaces the observations of the night; those of other nights stay.

delete from warehouse.fct_account_day
where known_on = :business_date;

insert into warehouse.fct_account_day (
    account_id, platform, observed_at, followers, followers_state, followers_precision, followers_definition,
    posts, posts_state, posts_precision, posts_definition, known_on
)
select
    account_id, platform, observed_at, followers, followers_state, followers_precision, followers_definition,
    posts, posts_state, posts_precision, posts_definition,
    :business_date
from staging.stg_account_day
where release_id = :release_id;
