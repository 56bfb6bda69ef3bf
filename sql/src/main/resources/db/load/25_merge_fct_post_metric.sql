-- Replaces the observations of the night; those of other nights stay.

delete from warehouse.fct_post_metric
where known_on = :business_date;

insert into warehouse.fct_post_metric (
    post_id, metric, platform, observed_at, value, value_state, value_precision, definition, known_on
)
select
    post_id, metric, platform, observed_at, value, value_state, value_precision, definition,
    :business_date
from staging.stg_post_metric
where release_id = :release_id;
