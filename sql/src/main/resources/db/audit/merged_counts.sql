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
    count(target.post_id) as merged
from staging.stg_post as staged
left join warehouse.fct_post as target
  on target.post_id = staged.post_id
    and target.first_seen_on <= :business_date
    and target.last_seen_on >= :business_date
    and (
        target.last_seen_on > :business_date
        or (
            target.platform, target.account_id, target.kind, target.published_at, target.edited_at,
            target.permalink, target.language, target.reply_to_id, target.conversation_id, target.content_form,
            target.title, target.text, target.redactions, target.source_topics, target.duration_seconds,
            target.is_removed
        ) is not distinct from (
            staged.platform, staged.account_id, staged.kind, staged.published_at, staged.edited_at,
            staged.permalink, staged.language, staged.reply_to_id, staged.conversation_id, staged.content_form,
            staged.title, staged.text, staged.redactions, staged.source_topics, staged.duration_seconds,
            staged.is_removed
        )
    )
where staged.release_id = :release_id

union all

select
    'post_metric' as subject,
    count(*) as staged,
    count(target.post_id) as merged
from staging.stg_post_metric as staged
left join warehouse.fct_post_metric as target
  on target.post_id = staged.post_id
    and target.metric = staged.metric
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and (
        target.platform, target.observed_at, target.value, target.value_state, target.value_precision,
        target.definition
    ) is not distinct from (
        staged.platform, staged.observed_at, staged.value, staged.value_state, staged.value_precision,
        staged.definition
    )
where staged.release_id = :release_id

union all

select
    'account_day' as subject,
    count(*) as staged,
    count(target.account_id) as merged
from staging.stg_account_day as staged
left join warehouse.fct_account_day as target
  on target.account_id = staged.account_id
    and target.observed_on = staged.observed_on
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and (
        target.platform, target.observed_at, target.status, target.moved_to, target.has_description,
        target.has_website, target.has_avatar, target.is_verified, target.has_phone, target.has_address,
        target.has_category, target.followers, target.followers_state, target.followers_precision,
        target.followers_definition, target.following, target.following_state, target.following_precision,
        target.following_definition, target.posts, target.posts_state, target.posts_precision,
        target.posts_definition, target.views_total, target.views_total_state, target.views_total_precision,
        target.views_total_definition, target.ratings, target.ratings_state, target.ratings_precision,
        target.ratings_definition, target.rating_hundredths, target.rating_hundredths_state,
        target.rating_hundredths_precision, target.rating_hundredths_definition
    ) is not distinct from (
        staged.platform, staged.observed_at, staged.status, staged.moved_to, staged.has_description,
        staged.has_website, staged.has_avatar, staged.is_verified, staged.has_phone, staged.has_address,
        staged.has_category, staged.followers, staged.followers_state, staged.followers_precision,
        staged.followers_definition, staged.following, staged.following_state, staged.following_precision,
        staged.following_definition, staged.posts, staged.posts_state, staged.posts_precision,
        staged.posts_definition, staged.views_total, staged.views_total_state, staged.views_total_precision,
        staged.views_total_definition, staged.ratings, staged.ratings_state, staged.ratings_precision,
        staged.ratings_definition, staged.rating_hundredths, staged.rating_hundredths_state,
        staged.rating_hundredths_precision, staged.rating_hundredths_definition
    )
where staged.release_id = :release_id

union all

select
    'account_insight' as subject,
    count(*) as staged,
    count(target.account_id) as merged
from staging.stg_account_insight as staged
left join warehouse.fct_account_insight as target
  on target.account_id = staged.account_id
    and target.metric = staged.metric
    and target.day = staged.day
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and (
        target.zone, target.platform, target.observed_at, target.value, target.value_state,
        target.value_precision, target.value_definition
    ) is not distinct from (
        staged.zone, staged.platform, staged.observed_at, staged.value, staged.value_state,
        staged.value_precision, staged.value_definition
    )
where staged.release_id = :release_id

union all

select
    'interaction' as subject,
    count(*) as staged,
    count(target.interaction_id) as merged
from staging.stg_interaction as staged
left join warehouse.fct_interaction as target
  on target.interaction_id = staged.interaction_id
    and target.account_id = staged.account_id
    and target.first_seen_on <= :business_date
    and target.last_seen_on >= :business_date
    and (
        target.last_seen_on > :business_date
        or (
            target.platform, target.kind, target.has_synthetic_id, target.post_id, target.parent_id,
            target.author_pseudonym, target.is_by_owner, target.published_at, target.observed_at, target.text,
            target.redactions, target.language, target.likes, target.likes_state, target.likes_precision,
            target.likes_definition
        ) is not distinct from (
            staged.platform, staged.kind, staged.has_synthetic_id, staged.post_id, staged.parent_id,
            staged.author_pseudonym, staged.is_by_owner, staged.published_at, staged.observed_at, staged.text,
            staged.redactions, staged.language, staged.likes, staged.likes_state, staged.likes_precision,
            staged.likes_definition
        )
    )
where staged.release_id = :release_id

union all

select
    'discussion' as subject,
    count(*) as staged,
    count(target.discussion_id) as merged
from staging.stg_discussion as staged
left join warehouse.fct_discussion as target
  on target.discussion_id = staged.discussion_id
    and target.search_id = staged.search_id
    and target.first_seen_on <= :business_date
    and target.last_seen_on >= :business_date
    and (
        target.last_seen_on > :business_date
        or (
            target.platform, target.market, target.language, target.author_pseudonym, target.published_at,
            target.observed_at, target.text, target.redactions, target.likes, target.likes_state,
            target.likes_precision, target.likes_definition, target.comments, target.comments_state,
            target.comments_precision, target.comments_definition, target.shares, target.shares_state,
            target.shares_precision, target.shares_definition
        ) is not distinct from (
            staged.platform, staged.market, staged.language, staged.author_pseudonym, staged.published_at,
            staged.observed_at, staged.text, staged.redactions, staged.likes, staged.likes_state,
            staged.likes_precision, staged.likes_definition, staged.comments, staged.comments_state,
            staged.comments_precision, staged.comments_definition, staged.shares, staged.shares_state,
            staged.shares_precision, staged.shares_definition
        )
    )
where staged.release_id = :release_id

union all

select
    'review' as subject,
    count(*) as staged,
    count(target.review_id) as merged
from staging.stg_review as staged
left join warehouse.fct_review as target
  on target.review_id = staged.review_id
    and target.first_seen_on <= :business_date
    and target.last_seen_on >= :business_date
    and (
        target.last_seen_on > :business_date
        or (
            target.organization_id, target.site, target.account_id, target.observed_at, target.published_at,
            target.updated_at, target.rating_scale, target.rating, target.reply_state, target.replied_at,
            target.question, target.text, target.redactions, target.label_code, target.label, target.sublabel,
            target.criticality, target.criticality_state, target.source_as_of
        ) is not distinct from (
            staged.organization_id, staged.site, staged.account_id, staged.observed_at, staged.published_at,
            staged.updated_at, staged.rating_scale, staged.rating, staged.reply_state, staged.replied_at,
            staged.question, staged.text, staged.redactions, staged.label_code, staged.label, staged.sublabel,
            staged.criticality, staged.criticality_state, staged.source_as_of
        )
    )
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
    'account_coverage' as subject,
    count(*) as staged,
    count(target.account_id) as merged
from staging.stg_account_coverage as staged
left join ops.account_coverage as target
  on target.release_id = staged.release_id
    and target.account_id = staged.account_id
    and target.organization_id = staged.organization_id
    and target.family = staged.family
    and target.business_date = staged.business_date
    and target.run = staged.run
    and to_jsonb(target) = to_jsonb(staged)
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

union all

select
    'post_metric_at_age' as subject,
    count(*) as staged,
    count(target.post_id) as merged
from staging.stg_post_metric_at_age as staged
left join warehouse.fct_post_metric_at_age as target
  on target.post_id = staged.post_id
    and target.metric = staged.metric
    and target.age_days = staged.age_days
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and (
        target.platform, target.observed_at, target.value, target.value_state, target.capture,
        target.definition
    ) is not distinct from (
        staged.platform, staged.observed_at, staged.value, staged.value_state, staged.capture,
        staged.definition
    )
where staged.release_id = :release_id

union all

select
    'post_tag' as subject,
    count(*) as staged,
    count(target.post_id) as merged
from staging.stg_post_tag as staged
left join warehouse.fct_post_tag as target
  on target.post_id = staged.post_id
    and target.scheme = staged.scheme
    and target.tag = staged.tag
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and target.taxonomy_version is not distinct from staged.taxonomy_version
where staged.release_id = :release_id

union all

select
    'answerable_item' as subject,
    count(*) as staged,
    count(target.item_id) as merged
from staging.stg_answerable_item as staged
left join warehouse.fct_answerable_item as target
  on target.item_id = staged.item_id
    and target.account_id = staged.account_id
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and (
        target.platform, target.kind, target.audience, target.received_at, target.first_reply_at,
        target.taxonomy_version
    ) is not distinct from (
        staged.platform, staged.kind, staged.audience, staged.received_at, staged.first_reply_at,
        staged.taxonomy_version
    )
where staged.release_id = :release_id

union all

select
    'provider_metric' as subject,
    count(*) as staged,
    count(target.organization_id) as merged
from staging.stg_provider_metric as staged
left join warehouse.fct_provider_metric as target
  on target.organization_id = staged.organization_id
    and target.platform = staged.platform
    and target.metric_id = staged.metric_id
    and target.period_start = staged.period_start
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and (
        target.period_end, target.numerator, target.denominator, target.value, target.state, target.items,
        target.excluded, target.unit, target.definition_version
    ) is not distinct from (
        staged.period_end, staged.numerator, staged.denominator, staged.value, staged.state, staged.items,
        staged.excluded, staged.unit, staged.definition_version
    )
where staged.release_id = :release_id

union all

select
    'index_component' as subject,
    count(*) as staged,
    count(target.organization_id) as merged
from staging.stg_index_component as staged
left join warehouse.fct_index_component as target
  on target.organization_id = staged.organization_id
    and target.period_start = staged.period_start
    and target.component = staged.component
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and (
        target.pillar, target.period_end, target.value, target.state, target.peer_stratum, target.peers,
        target.mid_percentile, target.baseline_percentile, target.is_without_variance,
        target.definition_version
    ) is not distinct from (
        staged.pillar, staged.period_end, staged.value, staged.state, staged.peer_stratum, staged.peers,
        staged.mid_percentile, staged.baseline_percentile, staged.is_without_variance,
        staged.definition_version
    )
where staged.release_id = :release_id

union all

select
    'integration_index' as subject,
    count(*) as staged,
    count(target.organization_id) as merged
from staging.stg_integration_index as staged
left join warehouse.fct_integration_index as target
  on target.organization_id = staged.organization_id
    and target.period_start = staged.period_start
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and (
        target.period_end, target.state, target.peer_stratum, target.presence, target.cadence,
        target.dialogue, target.breadth, target.pillars, target.index_relative, target.index_absolute,
        target.rolling_index, target.rolling_percentile, target.rolling_dialogue, target.dialogue_percentile,
        target.is_inherited, target.definition_version
    ) is not distinct from (
        staged.period_end, staged.state, staged.peer_stratum, staged.presence, staged.cadence,
        staged.dialogue, staged.breadth, staged.pillars, staged.index_relative, staged.index_absolute,
        staged.rolling_index, staged.rolling_percentile, staged.rolling_dialogue, staged.dialogue_percentile,
        staged.is_inherited, staged.definition_version
    )
where staged.release_id = :release_id

union all

select
    'cohort_membership' as subject,
    count(*) as staged,
    count(target.organization_id) as merged
from staging.stg_cohort_membership as staged
left join warehouse.fct_cohort_membership as target
  on target.organization_id = staged.organization_id
    and target.exposure = staged.exposure
    and target.period_start = staged.period_start
    and target.known_on <= :business_date
    and coalesce(target.known_until, 'infinity') > :business_date
    and (
        target.period_end, target.cohort, target.percentile, target.member_since, target.definition_version
    ) is not distinct from (
        staged.period_end, staged.cohort, staged.percentile, staged.member_since, staged.definition_version
    )
where staged.release_id = :release_id

union all

select
    'cohort_comparison' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_cohort_comparison as target
        where target.release_id = staged.release_id
          and target.claim = staged.claim
          and target.exposure = staged.exposure
          and target.outcome = staged.outcome
          and target.platform = staged.platform
          and target.peer_dimension = staged.peer_dimension
          and target.peer_group = staged.peer_group
          and target.exposure_end = staged.exposure_end
          and target.estimator = staged.estimator
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_cohort_comparison as staged
where staged.release_id = :release_id

union all

select
    'cohort_balance' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_cohort_balance as target
        where target.release_id = staged.release_id
          and target.exposure = staged.exposure
          and target.outcome = staged.outcome
          and target.platform = staged.platform
          and target.exposure_end = staged.exposure_end
          and target.covariate = staged.covariate
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_cohort_balance as staged
where staged.release_id = :release_id

union all

select
    'comparison_variant' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_comparison_variant as target
        where target.release_id = staged.release_id
          and target.claim = staged.claim
          and target.exposure = staged.exposure
          and target.outcome = staged.outcome
          and target.platform = staged.platform
          and target.exposure_end = staged.exposure_end
          and target.variant = staged.variant
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_comparison_variant as staged
where staged.release_id = :release_id

union all

select
    'dose_response' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_dose_response as target
        where target.release_id = staged.release_id
          and target.claim = staged.claim
          and target.exposure = staged.exposure
          and target.outcome = staged.outcome
          and target.platform = staged.platform
          and target.exposure_end = staged.exposure_end
          and target.step = staged.step
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_dose_response as staged
where staged.release_id = :release_id

union all

select
    'index_validity' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_index_validity as target
        where target.release_id = staged.release_id
          and target.period_start = staged.period_start
          and target.check_id = staged.check_id
          and target.subject = staged.subject
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_index_validity as staged
where staged.release_id = :release_id

union all

select
    'peer_position' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_peer_position as target
        where target.release_id = staged.release_id
          and target.organization_id = staged.organization_id
          and target.measure_id = staged.measure_id
          and target.platform = staged.platform
          and target.period_start is not distinct from staged.period_start
          and target.peer_dimension = staged.peer_dimension
          and target.peer_group = staged.peer_group
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_peer_position as staged
where staged.release_id = :release_id

union all

select
    'metric_distribution' as subject,
    count(*) as staged,
    count(*) filter (where exists (
        select
        from warehouse.result_metric_distribution as target
        where target.release_id = staged.release_id
          and target.metric_id = staged.metric_id
          and target.platform = staged.platform
          and target.period_start = staged.period_start
          and target.peer_dimension = staged.peer_dimension
          and target.peer_group = staged.peer_group
          and to_jsonb(target) = to_jsonb(staged)
    )) as merged
from staging.stg_metric_distribution as staged
where staged.release_id = :release_id

order by subject;
