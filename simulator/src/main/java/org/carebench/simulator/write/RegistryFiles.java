package org.carebench.simulator.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carebench.simulator.world.Provider;
import org.carebench.simulator.world.SurveyOutcome;
import org.carebench.simulator.world.World;

/** Files in the form of public ones: registry of hospitals, directory with beds, patient survey. */
final class RegistryFiles {

    static final String REGISTRY = "cms/Hospital_General_Information.csv";
    static final String DIRECTORY = "hifld/us_hospital_locations.csv";
    static final String SURVEY = "cms/hcahps_recommend.csv";

    private static final String UNKNOWN = "Not Available";
    private static final String UNKNOWN_BEDS = "-999";
    private static final int CRITICAL_ACCESS_BEDS = 25;
    private static final int WITHOUT_BEDS_EVERY = 50;

    private static final List<String> REGISTRY_COLUMNS = List.of(
            "Facility ID",
            "Facility Name",
            "Address",
            "City/Town",
            "State",
            "ZIP Code",
            "County/Parish",
            "Telephone Number",
            "Hospital Type",
            "Hospital Ownership",
            "Emergency Services",
            "Meets criteria for promoting interoperability of EHRs",
            "Meets criteria for birthing friendly designation",
            "Hospital overall rating",
            "Hospital overall rating footnote",
            "MORT Group Measure Count",
            "Count of Facility MORT Measures",
            "Count of MORT Measures Better",
            "Count of MORT Measures No Different",
            "Count of MORT Measures Worse",
            "MORT Group Footnote",
            "Safety Group Measure Count",
            "Count of Facility Safety Measures",
            "Count of Safety Measures Better",
            "Count of Safety Measures No Different",
            "Count of Safety Measures Worse",
            "Safety Group Footnote",
            "READM Group Measure Count",
            "Count of Facility READM Measures",
            "Count of READM Measures Better",
            "Count of READM Measures No Different",
            "Count of READM Measures Worse",
            "READM Group Footnote",
            "Pt Exp Group Measure Count",
            "Count of Facility Pt Exp Measures",
            "Pt Exp Group Footnote",
            "TE Group Measure Count",
            "Count of Facility TE Measures",
            "TE Group Footnote");
    private static final List<String> DIRECTORY_COLUMNS = List.of(
            "X",
            "Y",
            "FID",
            "ID",
            "NAME",
            "ADDRESS",
            "CITY",
            "STATE",
            "ZIP",
            "ZIP4",
            "TELEPHONE",
            "TYPE",
            "STATUS",
            "POPULATION",
            "COUNTY",
            "COUNTYFIPS",
            "COUNTRY",
            "LATITUDE",
            "LONGITUDE",
            "NAICS_CODE",
            "NAICS_DESC",
            "SOURCE",
            "SOURCEDATE",
            "VAL_METHOD",
            "VAL_DATE",
            "WEBSITE",
            "STATE_ID",
            "ALT_NAME",
            "ST_FIPS",
            "OWNER",
            "TTL_STAFF",
            "BEDS",
            "TRAUMA",
            "HELIPAD");
    private static final List<String> SURVEY_COLUMNS = List.of(
            "facility_id",
            "facility_name",
            "state",
            "rating",
            "recommend_percent",
            "completed_surveys",
            "recommend_quintile");

    private final World world;

    RegistryFiles(World world) {
        this.world = world;
    }

    void write(Path folder) throws IOException {
        try (CsvTable table = CsvTable.create(folder.resolve(REGISTRY), REGISTRY_COLUMNS)) {
            for (SurveyOutcome outcome : world.outcomes()) {
                table.row(registryRow(outcome));
            }
        }
        try (CsvTable table = CsvTable.create(folder.resolve(DIRECTORY), DIRECTORY_COLUMNS)) {
            for (Provider provider : world.providers()) {
                table.row(directoryRow(provider));
            }
        }
        writeSurvey(folder.resolve(SURVEY));
    }

    private static Object[] registryRow(SurveyOutcome outcome) {
        Provider provider = outcome.provider();
        Integer percent = outcome.publishedPercent();
        List<String> known = List.of(
                provider.facilityId(),
                provider.name().toUpperCase(Locale.ROOT),
                provider.address().toUpperCase(Locale.ROOT),
                provider.city().toUpperCase(Locale.ROOT),
                provider.state(),
                provider.postalCode(),
                provider.county().toUpperCase(Locale.ROOT),
                provider.phone(),
                provider.rural() && provider.beds() <= CRITICAL_ACCESS_BEDS
                        ? "Critical Access Hospitals"
                        : "Acute Care Hospitals",
                ownership(provider),
                "Yes",
                "Y",
                "",
                percent == null ? UNKNOWN : Integer.toString(stars(percent)),
                percent == null ? "16" : "");
        String[] cells = new String[REGISTRY_COLUMNS.size()];
        Arrays.fill(cells, UNKNOWN);
        for (int i = 0; i < known.size(); i++) {
            cells[i] = known.get(i);
        }
        return cells;
    }

    private static String ownership(Provider provider) {
        return switch (provider.ownership()) {
            case NON_PROFIT -> "Voluntary non-profit - Private";
            case FOR_PROFIT -> "Proprietary";
            case GOVERNMENT -> "Government - Hospital District or Authority";
        };
    }

    private static int stars(int percent) {
        return Math.max(1, Math.min(5, (percent - 45) / 10 + 1));
    }

    private static Object[] directoryRow(Provider provider) {
        String[] cells = new String[DIRECTORY_COLUMNS.size()];
        Arrays.fill(cells, "NOT AVAILABLE");
        boolean bedsKnown = provider.index() % WITHOUT_BEDS_EVERY != WITHOUT_BEDS_EVERY - 1;
        put(cells, "X", "0");
        put(cells, "Y", "0");
        put(cells, "FID", Integer.toString(provider.index() + 1));
        put(cells, "ID", "99" + String.format(Locale.ROOT, "%08d", provider.index() + 1));
        put(cells, "NAME", provider.name().toUpperCase(Locale.ROOT));
        put(cells, "ADDRESS", provider.address().toUpperCase(Locale.ROOT));
        put(cells, "CITY", provider.city().toUpperCase(Locale.ROOT));
        put(cells, "STATE", provider.state());
        put(cells, "ZIP", provider.postalCode());
        put(cells, "TELEPHONE", provider.phone());
        put(cells, "TYPE", "GENERAL ACUTE CARE");
        put(cells, "STATUS", "OPEN");
        put(cells, "COUNTY", provider.county().toUpperCase(Locale.ROOT));
        put(cells, "COUNTRY", "USA");
        put(cells, "WEBSITE", provider.website());
        put(cells, "BEDS", bedsKnown ? Integer.toString(provider.beds()) : UNKNOWN_BEDS);
        return cells;
    }

    private static void put(String[] cells, String column, String value) {
        cells[DIRECTORY_COLUMNS.indexOf(column)] = value;
    }

    /** Hospitals with too few surveys are not in it, as in the file that it imitates. */
    private void writeSurvey(Path file) throws IOException {
        int[] published = world.outcomes().stream()
                .filter(o -> o.publishedPercent() != null)
                .mapToInt(o -> o.publishedPercent() == null ? 0 : o.publishedPercent())
                .sorted()
                .toArray();
        try (CsvTable table = CsvTable.create(file, SURVEY_COLUMNS)) {
            for (SurveyOutcome outcome : world.outcomes()) {
                Integer percent = outcome.publishedPercent();
                if (percent != null) {
                    Provider provider = outcome.provider();
                    table.row(
                            provider.facilityId(),
                            provider.name().toUpperCase(Locale.ROOT),
                            provider.state(),
                            stars(percent),
                            percent + ".00",
                            outcome.completed(),
                            quintile(published, percent));
                }
            }
        }
    }

    private static int quintile(int[] sorted, int percent) {
        int below = 0;
        for (int other : sorted) {
            below += other < percent ? 1 : 0;
        }
        return Math.min(5, 1 + 5 * below / sorted.length);
    }
}
