package org.carebench.jobs.collect;

import java.sql.Date;
import org.carebench.jobs.platform.SpendLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was spent in the warehouse, so that runs that follow or overlap each other share one allowance. */
@Component
class JdbcSpendLedger implements SpendLedger {

    private final JdbcClient jdbc;

    JdbcSpendLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(Account account, long units, long limit) {
        if (units > limit) {
            return false;
        }
        return jdbc.sql("""
                                insert into ops.platform_spend as spend
                                    (platform, credential, period_start, spent_units)
                                values (?, ?, ?, ?)
                                on conflict (platform, credential, period_start)
                                do update set spent_units = spend.spent_units + excluded.spent_units
                                where spend.spent_units + excluded.spent_units <= ?
                                """)
                        .params(
                                account.platform(),
                                account.credential(),
                                Date.valueOf(account.periodStart()),
                                units,
                                limit)
                        .update()
                == 1;
    }

    @Override
    public void giveBack(Account account, long units) {
        jdbc.sql("""
                        update ops.platform_spend set spent_units = spent_units - ?
                        where platform = ? and credential = ? and period_start = ?
                        """)
                .params(units, account.platform(), account.credential(), Date.valueOf(account.periodStart()))
                .update();
    }

    @Override
    public long spent(Account account) {
        return jdbc.sql("""
                        select spent_units from ops.platform_spend
                        where platform = ? and credential = ? and period_start = ?
                        """)
                .params(account.platform(), account.credential(), Date.valueOf(account.periodStart()))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
