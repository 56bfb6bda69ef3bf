package org.carebench.jobs.collect;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.List;
import org.carebench.contract.dataset.RosterAccount;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.jobs.source.UniqueIds;
import org.springframework.stereotype.Component;

/** The list of accounts that a night reads live, with the providers that they belong to. */
@Component
final class AccountRoster implements SourceFormat {

    static final String NAME = "account-roster";

    static final List<SourceColumn> COLUMNS = List.of(
            column("organization_id"),
            column("platform"),
            column("handle"),
            column("stable_id"),
            column("home_server"),
            column("relation"),
            column("credential"),
            column("evidence"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<SourceColumn> columns() {
        return COLUMNS;
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(RosterAccount.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        UniqueIds accounts = new UniqueIds();
        return row -> List.of(account(row, accounts, vintage));
    }

    private static RosterAccount account(SourceRow row, UniqueIds accounts, SourceVintage vintage) {
        RosterRow account = RosterRow.of(row);
        accounts.first(
                row.field("handle"),
                String.join(" ", account.organizationId(), account.platform(), RosterEntry.key(account)));
        return new RosterAccount(
                account.organizationId(),
                account.platform(),
                account.handle(),
                account.stableId(),
                account.homeServer(),
                account.relation(),
                account.evidence(),
                vintage.asOf(),
                vintage.sourceId(),
                row.line());
    }
}
