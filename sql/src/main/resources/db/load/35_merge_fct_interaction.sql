-- The newest night that contains an interaction says what it is, in whatever order nights are published. A night that is
-- published again without it withdraws it, unless another night contains it too.

delete from warehouse.fct_interaction as interaction
where interaction.first_seen_on = :business_date
  and interaction.last_seen_on = :business_date
  and not exists (
      select
      from staging.stg_interaction as staged
      where staged.release_id = :release_id
        and staged.interaction_id = interaction.interaction_id
        and staged.account_id = interaction.account_id
  );

insert into warehouse.fct_interaction as interaction (
    interaction_id, account_id, platform, kind, has_synthetic_id, post_id, parent_id, author_pseudonym,
    is_by_owner, published_at, observed_at, text, redactions, language, likes, likes_state, likes_precision,
    likes_definition, first_seen_on, last_seen_on
)
select
    interaction_id, account_id, platform, kind, has_synthetic_id, post_id, parent_id, author_pseudonym,
    is_by_owner, published_at, observed_at, text, redactions, language, likes, likes_state, likes_precision,
    likes_definition,
    :business_date, :business_date
from staging.stg_interaction
where release_id = :release_id
on conflict on constraint fct_interaction_pkey do update
set first_seen_on = excluded.first_seen_on
where interaction.first_seen_on > excluded.first_seen_on;

update warehouse.fct_interaction as interaction
set
    platform = staged.platform,
    kind = staged.kind,
    has_synthetic_id = staged.has_synthetic_id,
    post_id = staged.post_id,
    parent_id = staged.parent_id,
    author_pseudonym = staged.author_pseudonym,
    is_by_owner = staged.is_by_owner,
    published_at = staged.published_at,
    observed_at = staged.observed_at,
    text = staged.text,
    redactions = staged.redactions,
    language = staged.language,
    likes = staged.likes,
    likes_state = staged.likes_state,
    likes_precision = staged.likes_precision,
    likes_definition = staged.likes_definition,
    last_seen_on = :business_date
from staging.stg_interaction as staged
where staged.release_id = :release_id
  and staged.interaction_id = interaction.interaction_id
  and staged.account_id = interaction.account_id
  and (
      interaction.last_seen_on < :business_date
      or (
          interaction.last_seen_on = :business_date
          and (
              interaction.platform, interaction.kind, interaction.has_synthetic_id, interaction.post_id,
              interaction.parent_id, interaction.author_pseudonym, interaction.is_by_owner,
              interaction.published_at, interaction.observed_at, interaction.text, interaction.redactions,
              interaction.language, interaction.likes, interaction.likes_state, interaction.likes_precision,
              interaction.likes_definition
          ) is distinct from (
              staged.platform, staged.kind, staged.has_synthetic_id, staged.post_id, staged.parent_id,
              staged.author_pseudonym, staged.is_by_owner, staged.published_at, staged.observed_at, staged.text,
              staged.redactions, staged.language, staged.likes, staged.likes_state, staged.likes_precision,
              staged.likes_definition
          )
      )
  );
