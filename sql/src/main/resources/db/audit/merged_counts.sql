-- How many staged rows of the release are now represented in their target, compared column by column. Run after the merge
-- and before staging is cleared.
-- Parameters: release_id, business_date. Result: subject, staged, merged.
select
    'organization' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.dim_organization as target
        where target.organization_id = staged.organization_id
          and target.valid_from <= :business_date
          and coalesce(target.valid_to, 'infinity') > :business_date
          and to_jsonb(target) - '{valid_from,valid_to}'::text[] = to_jsonb(staged) - '{release_id,source_as_of}'::text[]
    )) as merged
from staging.stg_organization as staged
where staged.release_id = :release_id

union all

select
    'account' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.dim_account as target
        where target.account_id = staged.account_id
          and target.organization_id = staged.organization_id
          and target.valid_from <= :business_date
          and coalesce(target.valid_to, 'infinity') > :business_date
          and to_jsonb(target) - '{valid_from,valid_to}'::text[] = to_jsonb(staged) - '{release_id}'::text[]
    )) as merged
from staging.stg_account as staged
where staged.release_id = :release_id

union all

select
    'post' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.fct_post as target
        where target.post_id = staged.post_id
          and target.first_seen_on <= :business_date
          and target.last_seen_on >= :business_date
          and (
              target.last_seen_on > :business_date
              or to_jsonb(target) - '{first_seen_on,last_seen_on}'::text[] = to_jsonb(staged) - '{release_id}'::text[]
          )
    )) as merged
from staging.stg_post as staged
where staged.release_id = :release_id

union all

select
    'post_metric' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.fct_post_metric as target
        where target.post_id = staged.post_id
          and target.metric = staged.metric
          and target.known_on = :business_date
          and to_jsonb(target) - '{known_on}'::text[] = to_jsonb(staged) - '{release_id}'::text[]
    )) as merged
from staging.stg_post_metric as staged
where staged.release_id = :release_id

union all

select
    'account_day' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.fct_account_day as target
        where target.account_id = staged.account_id
          and target.known_on = :business_date
          and to_jsonb(target) - '{known_on}'::text[] = to_jsonb(staged) - '{release_id}'::text[]
    )) as merged
from staging.stg_account_day as staged
where staged.release_id = :release_id

union all

select
    'review' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.fct_review as target
        where target.review_id = staged.review_id
          and target.first_seen_on <= :business_date
          and target.last_seen_on >= :business_date
          and (
              target.last_seen_on > :business_date
              or to_jsonb(target) - '{first_seen_on,last_seen_on}'::text[] = to_jsonb(staged) - '{release_id}'::text[]
          )
    )) as merged
from staging.stg_review as staged
where staged.release_id = :release_id

union all

select
    'outcome' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.fct_outcome as target
        where target.organization_id = staged.organization_id
          and target.measure_id = staged.measure_id
          and target.period_start is not distinct from staged.period_start
          and target.source_id = staged.source_id
          and target.known_on <= :business_date
          and coalesce(target.known_until, 'infinity') > :business_date
          and (
              target.period_end, target.value, target.value_state, target.value_precision,
              target.unit, target.n, target.n_state, target.footnotes, target.note,
              target.definition_version, target.source_as_of
          ) is not distinct from (
              staged.period_end, staged.value, staged.value_state, staged.value_precision,
              staged.unit, staged.n, staged.n_state, staged.footnotes, staged.note,
              staged.definition_version, staged.source_as_of
          )
    )) as merged
from staging.stg_outcome as staged
where staged.release_id = :release_id

union all

select
    'problem' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from ops.problem as target
        where target.release_id = staged.release_id
          and target.source_id = staged.source_id
          and target.file = staged.file
          and target.line = staged.line
          and target.code = staged.code
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_problem as staged
where staged.release_id = :release_id

union all

select
    'adoption' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_adoption as target
        where target.release_id = staged.release_id
          and target.organization_id = staged.organization_id
          and target.platform = staged.platform
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_adoption as staged
where staged.release_id = :release_id

union all

select
    'adoption_summary' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_adoption_summary as target
        where target.release_id = staged.release_id
          and target.platform = staged.platform
          and target.peer_dimension = staged.peer_dimension
          and target.peer_group = staged.peer_group
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_adoption_summary as staged
where staged.release_id = :release_id

union all

select
    'peer_distribution' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_peer_distribution as target
        where target.release_id = staged.release_id
          and target.measure_id = staged.measure_id
          and target.period_start is not distinct from staged.period_start
          and target.peer_dimension = staged.peer_dimension
          and target.peer_group = staged.peer_group
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_peer_distribution as staged
where staged.release_id = :release_id

union all

select
    'recommendation' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_recommendation as target
        where target.release_id = staged.release_id
          and target.organization_id = staged.organization_id
          and target.measure_id = staged.measure_id
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_recommendation as staged
where staged.release_id = :release_id

order by subject;
