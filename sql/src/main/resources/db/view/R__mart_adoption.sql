drop view if exists mart.adoption;

create view mart.adoption as
select
    adoption.release_id,
    adoption.organization_id,
    organization.name as organization_name,
    organization.state,
    adoption.platform,
    adoption.evidence,
    adoption.accounts,
    adoption.posts_observed,
    adoption.first_post_at,
    adoption.last_post_at,
    adoption.views_observed,
    adoption.posts_with_views,
    adoption.posts_without_comments
from ops.published_release as published
join ops.release as release using (release_id)
join warehouse.result_adoption as adoption using (release_id)
left join warehouse.dim_organization as organization
  on organization.organization_id = adoption.organization_id
    and organization.valid_from <= release.business_date
    and coalesce(organization.valid_to, 'infinity') > release.business_date;

comment on view mart.adoption is
    'Providers with a known account, one row per provider and platform. Of the published release.';
comment on column mart.adoption.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.adoption.organization_id is 'Provider.';
comment on column mart.adoption.organization_name is 'Name of the provider on the business date; NULL where no registry in force lists it.';
comment on column mart.adoption.state is 'State, province or region code.';
comment on column mart.adoption.platform is 'Platform.';
comment on column mart.adoption.evidence is 'How sure it is that the account is the provider''s: CANDIDATE or VERIFIED, the surer of its accounts.';
comment on column mart.adoption.accounts is 'Known accounts of the provider on the platform.';
comment on column mart.adoption.posts_observed is 'Posts of those accounts that were observed; a sample where the source is one.';
comment on column mart.adoption.first_post_at is 'When the oldest observed post was published; NULL without posts.';
comment on column mart.adoption.last_post_at is 'When the newest observed post was published; NULL without posts.';
comment on column mart.adoption.views_observed is 'Views of the observed posts that report views; NULL where none does.';
comment on column mart.adoption.posts_with_views is 'Observed posts that report views.';
comment on column mart.adoption.posts_without_comments is 'Observed posts whose comments are switched off or hidden.';
