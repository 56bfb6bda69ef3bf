package org.carebench.jobs.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountCrosswalkTest {

    private final SourceTable rows = SourceTable.of("platform", "account_id", "username", "organization_id")
            .withDefault("platform", "x")
            .withDefault("organization_id", "cms:990001");
    private final Path folder;

    AccountCrosswalkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    x         | 11 | -           | x:11
                    x         | 11 | anything    | x:11
                    x         | 12 | tauberg     | -
                    x         | -  | Tauberg     | x:11
                    x         | -  | '@TAUBERG ' | x:11
                    x         | 22 | other       | x:22
                    x         | -  | Other       | x:@other
                    x         | -  | somebody    | -
                    instagram | 11 | tauberg     | -
                    """)
    void findsAnAccountByItsIdOrElseByItsName(
            String platform, @Nullable String id, @Nullable String name, @Nullable String found) {
        rows.row("account_id", "11", "username", "tauberg").row("username", "@other");

        assertThat(read().find(platform, id, name).map(ProviderAccount::id).orElse(null))
                .isEqualTo(found);
    }

    @Test
    void givesEveryProviderOfAnAccountOnce() {
        rows.row("account_id", "11")
                .row("account_id", "11", "organization_id", "cms:990002")
                .row("account_id", "11", "username", "tauberg");

        assertThat(read().find("x", "11", null))
                .hasValue(new ProviderAccount("x:11", "x", List.of("cms:990001", "cms:990002")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    platform        | X Corp   | Column 'platform' is no platform such as instagram
                    account_id      | 1.2E+17  | Column 'account_id' is no id of the platform; a spreadsheet may have damaged it. Export again and do not open the file in a spreadsheet
                    account_id      | ''       | Column 'username' is blank, and so is account_id
                    organization_id | 990001   | Column 'organization_id' is no provider such as cms:010001
                    organization_id | ''       | Column 'organization_id' is blank, but the row cannot be understood without it
                    """)
    void refusesAListWithARowThatCannotBeUnderstood(String column, String value, String complaint) {
        rows.withDefault("account_id", "11").row(column, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(SourceFileException.class)
                .hasMessage("Cannot read accounts.csv, line 2: " + complaint + ".");
    }

    @Test
    void refusesANameOfTwoAccounts() {
        rows.row("account_id", "11", "username", "tauberg").row("account_id", "12", "username", "Tauberg");

        assertThatThrownBy(this::read)
                .isInstanceOf(SourceFileException.class)
                .hasMessage(
                        "Cannot read accounts.csv, line 3: Column 'username' stands for another account in an earlier"
                                + " row; leave it blank in one of them.");
    }

    private AccountCrosswalk read() {
        Path accounts = rows.write(folder.resolve("accounts.csv"));
        return AccountCrosswalk.of(
                Reading.vintage(folder.resolve("export.csv"), Map.of("accounts", accounts), Map.of()));
    }
}
