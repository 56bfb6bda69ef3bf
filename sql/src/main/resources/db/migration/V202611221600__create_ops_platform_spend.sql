-- What was spent of the allowances of platforms. A request is paid before it is sent, so that a crash never overspends.

create table ops.platform_spend (
    platform text not null,
    credential text not null,
    period_start date not null,
    spent_units bigint not null,
    primary key (platform, credential, period_start),
    constraint platform_spend_is_not_negative check (spent_units >= 0)
);

comment on table ops.platform_spend is
    'One row per platform, credential and period of its allowance: what was spent.';
comment on column ops.platform_spend.platform is 'Platform, for example youtube.';
comment on column ops.platform_spend.credential is 'Alias of the access; empty for requests without one. Never the secret.';
comment on column ops.platform_spend.period_start is 'First day of the period in the time zone of the allowance.';
comment on column ops.platform_spend.spent_units is
    'Units spent: those of the platform, or millionths of a dollar where reading costs money.';
