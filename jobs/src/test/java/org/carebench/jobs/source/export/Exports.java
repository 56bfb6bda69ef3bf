package org.carebench.jobs.source.export;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceTable;
import org.carebench.jobs.source.SourceVintage;

/** Export files of invented accounts with their crosswalk. */
final class Exports {

    static final Map<String, String> SETTINGS =
            Map.of("zone", "America/New_York", "date-order", "MDY", "phone-region", "US");

    private Exports() {}

    static SourceTable crosswalk() {
        return SourceTable.of("platform", "account_id", "username", "organization_id")
                .row("platform", "instagram", "account_id", "17841400000000001", "organization_id", "cms:990001")
                .row("platform", "instagram", "username", "@Tauberg.General", "organization_id", "cms:990002")
                .row("platform", "facebook", "account_id", "100000000000001", "organization_id", "cms:990001")
                .row("platform", "facebook", "account_id", "100000000000001", "organization_id", "cms:990003")
                .row(
                        "platform",
                        "youtube",
                        "account_id",
                        "UCinvented000000000000001",
                        "username",
                        "Tauberg Video",
                        "organization_id",
                        "cms:990001");
    }

    static Reading read(SourceFormat format, Path folder, SourceTable table) {
        return read(format, folder, table.write(folder.resolve("export.csv")), Map.of());
    }

    /** Reads a file with other settings; a blank one is taken out. */
    static Reading read(SourceFormat format, Path folder, Path file, Map<String, String> settings) {
        return Reading.of(format, vintage(folder, file, settings));
    }

    static SourceVintage vintage(Path folder, Path file, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(settings);
        all.values().removeIf(String::isEmpty);
        return Reading.vintage(file, Map.of("accounts", crosswalk().write(folder.resolve("accounts.csv"))), all);
    }
}
