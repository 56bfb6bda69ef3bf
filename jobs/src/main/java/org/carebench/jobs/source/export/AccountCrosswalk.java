package org.carebench.jobs.source.export;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.source.CsvFile;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts belong to which providers: the list that reference {@code accounts} of a vintage names, one row per account
 * and provider, with the account's permanent id, its name, or both. Accounts outside it are not stored, because they may be
 * private persons'.
 */
final class AccountCrosswalk {

    private static final String PLATFORM = "platform";
    private static final String ACCOUNT_ID = "account_id";
    private static final String USERNAME = "username";
    private static final String ORGANIZATION_ID = "organization_id";
    private static final List<SourceColumn> COLUMNS =
            List.of(column(PLATFORM), column(ACCOUNT_ID), column(USERNAME), column(ORGANIZATION_ID));

    private record Row(
            String platform,
            @Nullable String accountId,
            @Nullable String username,
            String organizationId) {

        boolean isOf(Key key) {
            if (!platform.equals(key.platform())) {
                return false;
            }
            if (accountId != null && key.accountId() != null) {
                return accountId.equals(key.accountId());
            }
            return username != null && username.equals(key.username());
        }
    }

    private record Key(
            String platform,
            @Nullable String accountId,
            @Nullable String username) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<Key, String> idsOfNames = new HashMap<>();
    private final Map<Key, Optional<ProviderAccount>> found = new HashMap<>();

    private AccountCrosswalk() {}

    /**
     * Reads the list.
     *
     * @throws org.carebench.jobs.source.SourceFileException where the profile names none, or a row of it cannot be
     *     understood
     */
    static AccountCrosswalk of(SourceVintage vintage) {
        AccountCrosswalk crosswalk = new AccountCrosswalk();
        CsvFile.readReference(vintage.reference("accounts"), COLUMNS, crosswalk::add);
        return crosswalk;
    }

    /**
     * Finds the account of a row. Where the file and the list both know its permanent id, only that decides, because names
     * change hands.
     *
     * @param accountId permanent id on the platform; NULL where the file does not say
     * @param username name as the file writes it; NULL where it does not
     */
    Optional<ProviderAccount> find(String platform, @Nullable String accountId, @Nullable String username) {
        return found.computeIfAbsent(
                new Key(platform, accountId, username == null ? null : plain(username)), this::search);
    }

    /** Whether the list has an account with such a permanent id. */
    boolean knows(String platform, String accountId) {
        return rows.stream().anyMatch(row -> row.platform().equals(platform) && accountId.equals(row.accountId()));
    }

    private Optional<ProviderAccount> search(Key key) {
        List<Row> matches = rows.stream().filter(row -> row.isOf(key)).toList();
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        String id = Stream.concat(
                        Stream.ofNullable(key.accountId()), matches.stream().map(Row::accountId))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("@" + key.username());
        return Optional.of(new ProviderAccount(
                key.platform() + ":" + id,
                key.platform(),
                matches.stream().map(Row::organizationId).distinct().toList()));
    }

    private void add(SourceRow row) {
        SourceField platform = row.field(PLATFORM);
        if (!platform.required().matches("[a-z][a-z0-9-]*")) {
            throw platform.rejected(ProblemCode.INVALID_ID, "is no platform such as instagram");
        }
        SourceField accountId = row.field(ACCOUNT_ID);
        String id = accountId.isMissing() ? null : ExportedIds.plain(accountId);
        SourceField username = row.field(USERNAME);
        String name = username.isMissing() ? null : plain(username.text());
        if (id == null && name == null) {
            throw username.rejected(ProblemCode.MISSING_VALUE, "is blank, and so is " + ACCOUNT_ID);
        }
        SourceField organization = row.field(ORGANIZATION_ID);
        if (!organization.required().matches("[a-z][a-z0-9-]*:.+")) {
            throw organization.rejected(ProblemCode.INVALID_ID, "is no provider such as cms:010001");
        }
        requireOneAccountOfName(platform.text(), id, username, name);
        rows.add(new Row(platform.text(), id, name, organization.text()));
    }

    private void requireOneAccountOfName(
            String platform, @Nullable String id, SourceField username, @Nullable String name) {
        if (id == null || name == null) {
            return;
        }
        String other = idsOfNames.putIfAbsent(new Key(platform, null, name), id);
        if (other != null && !other.equals(id)) {
            throw username.rejected(
                    ProblemCode.CONTRADICTION,
                    "stands for another account in an earlier row; leave it blank in one of them");
        }
    }

    /** Exports and people write names with or without @, a spreadsheet's apostrophe before it, and in any case. */
    private static String plain(String username) {
        return username.strip().replaceFirst("^'?@", "").toLowerCase(Locale.ROOT);
    }
}
