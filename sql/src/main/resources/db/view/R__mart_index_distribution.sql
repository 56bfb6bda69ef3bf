drop view if exists mart.index_distribution;

create view mart.index_distribution as
select
    published.release_id,
    spread.period_start,
    spread.period_end,
    spread.peer_stratum,
    spread.subject,
    case when spread.suppressed_reason is null then spread.providers end as providers,
    case when spread.suppressed_reason is null and spread.providers >= 30 then spread.quantiles[1] end as p10,
    case when spread.suppressed_reason is null and spread.providers >= 20 then spread.quantiles[2] end as p25,
    case when spread.suppressed_reason is null then spread.quantiles[3] end as median,
    case when spread.suppressed_reason is null and spread.providers >= 20 then spread.quantiles[4] end as p75,
    case when spread.suppressed_reason is null and spread.providers >= 30 then spread.quantiles[5] end as p90,
    spread.suppressed_reason,
    spread.definition_version
from ops.published_release as published
join ops.release as release using (release_id)
cross join lateral (
    select
        grouped.*,
        case
            when grouped.is_small then 'FEWER_THAN_MINIMUM'
            when not grouped.is_whole
                and count(*) filter (where grouped.is_small and not grouped.is_whole) over of_subject = 1
                and row_number() over alike = 1 then 'COMPLEMENTARY'
        end as suppressed_reason
    from (
        select
            integration.period_start,
            integration.period_end,
            coalesce(integration.peer_stratum, 'all') as peer_stratum,
            score.subject,
            integration.definition_version,
            grouping(integration.peer_stratum) = 1 as is_whole,
            count(score.value) as providers,
            count(score.value) < 11 as is_small,
            percentile_cont(array[0.1, 0.25, 0.5, 0.75, 0.9]) within group (order by score.value) as quantiles
        from warehouse.fct_integration_index as integration
        cross join lateral (
            values
                ('index', integration.index_relative),
                ('presence', 100 * integration.presence),
                ('cadence', 100 * integration.cadence),
                ('dialogue', 100 * integration.dialogue),
                ('breadth', 100 * integration.breadth)
        ) as score (subject, value)
        where integration.known_on <= release.business_date
          and coalesce(integration.known_until, 'infinity') > release.business_date
          and integration.period_start = (
              select max(newest.period_start)
              from warehouse.fct_integration_index as newest
              where newest.known_on <= release.business_date
                and coalesce(newest.known_until, 'infinity') > release.business_date
          )
        group by grouping sets (
            (integration.period_start, integration.period_end, integration.definition_version, score.subject),
            (integration.period_start, integration.period_end, integration.definition_version, score.subject,
                integration.peer_stratum)
        )
    ) as grouped
    window
        of_subject as (partition by grouped.subject),
        alike as (
            partition by grouped.subject, grouped.is_whole, grouped.is_small
            order by grouped.providers, grouped.peer_stratum collate "C"
        )
) as spread;

comment on view mart.index_distribution is
    'Question 1: how the index and its pillars are spread over providers in the newest period: one row per peer '
    'stratum, and all of them, and subject. Of the published release.';
comment on column mart.index_distribution.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.index_distribution.period_start is 'First day of the newest period: a Monday, thirteen weeks before the end.';
comment on column mart.index_distribution.period_end is 'Last day of the newest period, a Sunday.';
comment on column mart.index_distribution.peer_stratum is 'Peer stratum; all for every provider.';
comment on column mart.index_distribution.subject is 'index, or the pillar: presence, cadence, dialogue or breadth.';
comment on column mart.index_distribution.providers is 'Providers with a value; NULL where suppressed.';
comment on column mart.index_distribution.p10 is '10th percentile (type 7) of scores of 0 to 100; NULL below 30 providers.';
comment on column mart.index_distribution.p25 is '25th percentile; NULL below 20 providers.';
comment on column mart.index_distribution.median is 'Median; NULL below 11 providers.';
comment on column mart.index_distribution.p75 is '75th percentile; NULL below 20 providers.';
comment on column mart.index_distribution.p90 is '90th percentile; NULL below 30 providers.';
comment on column mart.index_distribution.suppressed_reason is 'FEWER_THAN_MINIMUM, or COMPLEMENTARY where another stratum could be worked out; NULL where shown.';
comment on column mart.index_distribution.definition_version is 'Version of the definition.';
