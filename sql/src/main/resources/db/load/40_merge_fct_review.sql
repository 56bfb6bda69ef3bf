-- The newest night that contains a review says what it is, in whatever order nights are published. A night that is
-- published again without it withdraws it, unless another night contains it too.

delete from warehouse.fct_review as review
where review.first_seen_on = :business_date
  and review.last_seen_on = :business_date
  and not exists (
      select
      from staging.stg_review as staged
      where staged.release_id = :release_id
        and staged.review_id = review.review_id
  );

insert into warehouse.fct_review as review (
    review_id, organization_id, site, account_id, observed_at, published_at, updated_at, rating_scale, rating,
    reply_state, replied_at, question, text, redactions, label_code, label, sublabel, criticality,
    criticality_state, source_as_of, first_seen_on, last_seen_on
)
select
    review_id, organization_id, site, account_id, observed_at, published_at, updated_at, rating_scale, rating,
    reply_state, replied_at, question, text, redactions, label_code, label, sublabel, criticality,
    criticality_state, source_as_of,
    :business_date, :business_date
from staging.stg_review
where release_id = :release_id
on conflict on constraint fct_review_pkey do update
set first_seen_on = excluded.first_seen_on
where review.first_seen_on > excluded.first_seen_on;

update warehouse.fct_review as review
set
    organization_id = staged.organization_id,
    site = staged.site,
    account_id = staged.account_id,
    observed_at = staged.observed_at,
    published_at = staged.published_at,
    updated_at = staged.updated_at,
    rating_scale = staged.rating_scale,
    rating = staged.rating,
    reply_state = staged.reply_state,
    replied_at = staged.replied_at,
    question = staged.question,
    text = staged.text,
    redactions = staged.redactions,
    label_code = staged.label_code,
    label = staged.label,
    sublabel = staged.sublabel,
    criticality = staged.criticality,
    criticality_state = staged.criticality_state,
    source_as_of = staged.source_as_of,
    last_seen_on = :business_date
from staging.stg_review as staged
where staged.release_id = :release_id
  and staged.review_id = review.review_id
  and (
      review.last_seen_on < :business_date
      or (
          review.last_seen_on = :business_date
          and (
              review.organization_id, review.site, review.account_id, review.observed_at, review.published_at,
              review.updated_at, review.rating_scale, review.rating, review.reply_state, review.replied_at,
              review.question, review.text, review.redactions, review.label_code, review.label, review.sublabel,
              review.criticality, review.criticality_state, review.source_as_of
          ) is distinct from (
              staged.organization_id, staged.site, staged.account_id, staged.observed_at, staged.published_at,
              staged.updated_at, staged.rating_scale, staged.rating, staged.reply_state, staged.replied_at,
              staged.question, staged.text, staged.redactions, staged.label_code, staged.label, staged.sublabel,
              staged.criticality, staged.criticality_state, staged.source_as_of
          )
      )
  );
