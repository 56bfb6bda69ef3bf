-- Accounts, posts and reviews gain what live platforms say of them. Rows of nights before came from files, which do not
-- say it.

alter table warehouse.dim_account
    add column handle text,
    add column status text not null default 'UNKNOWN';

alter table warehouse.dim_account
    alter column status drop default;

comment on column warehouse.dim_account.handle is 'Name by which the platform addressed the account when it was last observed; NULL where the source does not carry it.';
comment on column warehouse.dim_account.status is 'Whether it could be read when it was last observed, and if not, why; UNKNOWN where it never was.';

alter table warehouse.fct_post
    add column kind text not null default 'ORIGINAL',
    add column edited_at timestamptz,
    add column permalink text,
    add column language text,
    add column reply_to_id text,
    add column conversation_id text,
    add column content_form text,
    add column is_removed boolean not null default false;

alter table warehouse.fct_post
    alter column kind drop default,
    alter column is_removed drop default;

comment on column warehouse.fct_post.kind is 'What kind of post it is: ORIGINAL, REPLY, QUOTE or REPOST.';
comment on column warehouse.fct_post.edited_at is 'When it was last edited; NULL where it was not, or the source does not say.';
comment on column warehouse.fct_post.permalink is 'Public address of the post.';
comment on column warehouse.fct_post.language is 'Language as the source names it, BCP 47.';
comment on column warehouse.fct_post.reply_to_id is 'Post that it replies to or quotes, unique across platforms.';
comment on column warehouse.fct_post.conversation_id is 'First post of its conversation, unique across platforms.';
comment on column warehouse.fct_post.content_form is 'Form of the content as the source names it, for example VIDEO or CAROUSEL_ALBUM.';
comment on column warehouse.fct_post.is_removed is 'Whether it was found to be gone: absent on two days.';
comment on column warehouse.fct_post.published_at is 'When the post was published, as the source claims: on some platforms its author sets it.';

alter table warehouse.fct_review
    add column account_id text,
    add column observed_at timestamptz,
    add column published_at timestamptz,
    add column updated_at timestamptz,
    add column rating_scale text,
    add column rating integer,
    add column reply_state text not null default 'NOT_IN_SOURCE',
    add column replied_at timestamptz;

alter table warehouse.fct_review
    alter column reply_state drop default;

comment on column warehouse.fct_review.account_id is 'Account of the provider under which it stands; NULL where the site knows no accounts.';
comment on column warehouse.fct_review.observed_at is 'When it was last observed; NULL for files that say only their date.';
comment on column warehouse.fct_review.published_at is 'When it was written; NULL where the source does not say.';
comment on column warehouse.fct_review.updated_at is 'When it was last changed; NULL where the source does not say.';
comment on column warehouse.fct_review.rating_scale is 'Scale of the rating: STARS_1_5 or RECOMMEND_YES_NO; NULL where there is none.';
comment on column warehouse.fct_review.rating is 'Stars 1 to 5, or 1 for recommended and 0 for not recommended; NULL where there is none.';
comment on column warehouse.fct_review.reply_state is 'Whether the provider replied: PUBLISHED, PENDING, REJECTED, NONE or NOT_IN_SOURCE.';
comment on column warehouse.fct_review.replied_at is 'When the provider''s reply was last changed, which is no earlier than the reply; NULL where there is none.';
comment on column warehouse.fct_review.source_as_of is 'Date of the source file, or business date of the night that read the platform.';
