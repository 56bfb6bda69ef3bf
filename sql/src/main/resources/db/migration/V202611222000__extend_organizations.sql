-- Providers gain what a comparison has to hold equal. Nights before knew none of it.

alter table staging.stg_organization
    add column region text,
    add column time_zone text,
    add column system_id text,
    add column is_teaching boolean,
    add column is_rural boolean;

comment on column staging.stg_organization.beds is 'Beds, from the one facility that matches, else from a file that knows its number; NULL where bed_match says why.';
comment on column staging.stg_organization.bed_match is 'How beds were found: MATCHED or MATCHED_BY_NUMBER; or why not: AMBIGUOUS, NO_MATCH, MATCHED_WITHOUT_BEDS, NO_DIRECTORY.';
comment on column staging.stg_organization.region is 'Region of the US Census: NORTHEAST, MIDWEST, SOUTH, WEST, or TERRITORIES; NULL where the state is in none.';
comment on column staging.stg_organization.time_zone is 'IANA time zone of its state, of most people where it has several; NULL where it is not known.';
comment on column staging.stg_organization.system_id is 'Health system, unique across sources; NULL where it belongs to none or that is not known.';
comment on column staging.stg_organization.is_teaching is 'Whether it trains physicians; NULL where no source says.';
comment on column staging.stg_organization.is_rural is 'Whether it lies in a rural area; NULL where no source says.';

alter table warehouse.dim_organization
    add column region text,
    add column time_zone text,
    add column system_id text,
    add column is_teaching boolean,
    add column is_rural boolean;

comment on column warehouse.dim_organization.beds is 'Beds, from the one facility that matches, else from a file that knows its number; NULL where bed_match says why.';
comment on column warehouse.dim_organization.bed_match is 'How beds were found: MATCHED or MATCHED_BY_NUMBER; or why not: AMBIGUOUS, NO_MATCH, MATCHED_WITHOUT_BEDS, NO_DIRECTORY.';
comment on column warehouse.dim_organization.region is 'Region of the US Census: NORTHEAST, MIDWEST, SOUTH, WEST, or TERRITORIES; NULL where the state is in none.';
comment on column warehouse.dim_organization.time_zone is 'IANA time zone of its state, of most people where it has several; NULL where it is not known.';
comment on column warehouse.dim_organization.system_id is 'Health system, unique across sources; NULL where it belongs to none or that is not known.';
comment on column warehouse.dim_organization.is_teaching is 'Whether it trains physicians; NULL where no source says.';
comment on column warehouse.dim_organization.is_rural is 'Whether it lies in a rural area; NULL where no source says.';
