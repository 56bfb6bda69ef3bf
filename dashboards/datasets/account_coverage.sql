-- How completely the night read each family of data of the accounts of a platform.
select platform, family, relation, state, reason, accounts, records
from mart.account_coverage
order by platform collate "C", family collate "C", relation collate "C", state collate "C", reason collate "C"
