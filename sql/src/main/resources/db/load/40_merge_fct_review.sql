-- The newest night that contains a review says what it is, in whatever order nights are published. A night that is published
-- again without the review withdraws it, unless another night contains it too.

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
    review_id, organization_id, site, question, text, redactions, label_code, label, sublabel, criticality,
    criticality_state, source_as_of, first_seen_on, last_seen_on
)
select
    review_id, organization_id, site, question, text, redactions, label_code, label, sublabel, criticality,
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
  and review.last_seen_on <= :business_date;
