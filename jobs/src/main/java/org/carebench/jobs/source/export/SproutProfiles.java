package org.carebench.jobs.source.export;

import static org.carebench.jobs.source.SourceColumn.column;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.jobs.source.UniqueIds;
import org.springframework.stereotype.Component;

/**
 * Sprout's report of profiles: one row per account, or per account and day. Of its figures only the sizes of the audience
 * are states of the account; the others count what happened in the period of the report. Accounts outside the crosswalk are
 * rejected, because nothing of them may be stored.
 */
@Component
final class SproutProfiles implements SourceFormat {

    private static final String DATE = "Date";
    private static final String FOLLOWERS = "Lifetime Followers Count";
    private static final String FOLLOWING = "Lifetime Following Count";

    private static final Map<Counter, String> COUNTERS =
            Map.of(Counter.FOLLOWERS, FOLLOWERS, Counter.FOLLOWING, FOLLOWING);

    @Override
    public String name() {
        return "sprout-profiles";
    }

    @Override
    public List<SourceColumn> columns() {
        Stream<SourceColumn> own = Stream.of(
                column(DATE).optional(),
                SproutNetworks.COLUMN,
                column(FOLLOWERS, "Followers", "Audience"),
                column(FOLLOWING, "Following").optional());
        return Stream.concat(SproutAccounts.COLUMNS.stream(), own).toList();
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(AccountLink.class, AccountSnapshot.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        return new Mapper(vintage);
    }

    private static final class Mapper implements RowMapper {

        private final SourceVintage vintage;
        private final SproutAccounts accounts;
        private final DateOrder dates;
        private final ExportedNumbers numbers;
        private final AccountLinks links;
        private final UniqueIds observations = new UniqueIds();

        Mapper(SourceVintage vintage) {
            this.vintage = vintage;
            this.accounts = SproutAccounts.of(vintage);
            this.dates = DateOrder.of(vintage);
            this.numbers = ExportedNumbers.of(vintage);
            this.links = new AccountLinks(vintage);
        }

        @Override
        public List<Record> map(SourceRow row) {
            LocalDate day = day(row);
            String platform = SproutNetworks.platform(row.field(SproutNetworks.COLUMN.name()));
            SourceField name = SproutAccounts.name(row);
            ProviderAccount account = accounts.find(platform, row)
                    .orElseThrow(
                            () -> name.rejected(
                                    ProblemCode.UNKNOWN_ORGANIZATION,
                                    "names an account that reference 'accounts' gives to no provider, so that it is not stored"));
            observations.first(name, account.id() + " " + day);
            AccountSnapshot snapshot = snapshot(row, account, day);
            List<Record> records = new ArrayList<>(links.first(account, row, ExportedText.of(name)));
            records.add(snapshot);
            return records;
        }

        /** The day of the row, or that of the file where the report has one row per account. */
        private LocalDate day(SourceRow row) {
            if (!row.has(DATE)) {
                return vintage.asOf();
            }
            SourceField date = row.field(DATE);
            LocalDate day = dates.day(date, date.required());
            if (day.isAfter(vintage.asOf())) {
                throw date.rejected(ProblemCode.VALUE_OUT_OF_RANGE, "lies after the date of the export");
            }
            return day;
        }

        private AccountSnapshot snapshot(SourceRow row, ProviderAccount account, LocalDate day) {
            Counters counters = numbers.counters(account.platform(), row, COUNTERS);
            return new AccountSnapshot(
                    account.id(),
                    day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    account.platform(),
                    null,
                    ExportedText.of(SproutAccounts.name(row)),
                    AccountStatus.UNKNOWN,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    counters.get(Counter.FOLLOWERS),
                    counters.get(Counter.FOLLOWING),
                    counters.get(Counter.POSTS),
                    counters.get(Counter.VIEWS_TOTAL),
                    counters.get(Counter.RATINGS),
                    counters.get(Counter.RATING_HUNDREDTHS),
                    vintage.sourceId(),
                    row.line());
        }
    }
}
