package org.carebench.simulator.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carebench.simulator.world.Provider;
import org.carebench.simulator.world.SurveyOutcome;
import org.carebench.simulator.world.World;

/**
 * Files in the form of public ones: registry of hospitals, directory with beds, health systems, provider of services, patient
 * survey.
 */
final class RegistryFiles {

    static final String REGISTRY = "cms/Hospital_General_Information.csv";
    static final String DIRECTORY = "hifld/us_hospital_locations.csv";
    static final String SURVEY = "cms/hcahps_recommend.csv";
    static final String LINKAGE = "ahrq/chsp-hospital-linkage.csv";
    static final String SERVICES = "cms/Provider_of_Services.csv";

    private static final String UNKNOWN = "Not Available";
    private static final String UNKNOWN_BEDS = "-999";
    private static final int CRITICAL_ACCESS_BEDS = 25;
    private static final int WITHOUT_BEDS_EVERY = 50;
    private static final int WITHOUT_NUMBER_EVERY = 40;
    private static final int NURSING_HOME_EVERY = 10;
    /** From this ratio of residents to beds on, the Compendium calls a teaching hospital major. */
    private static final double MAJOR_TEACHING = 0.25;

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
    private static final List<String> LINKAGE_COLUMNS = List.of(
            "compendium_hospital_id",
            "ccn",
            "hospital_name",
            "hospital_street",
            "hospital_city",
            "hospital_state",
            "hospital_zip",
            "acutehosp_flag",
            "health_sys_id",
            "health_sys_name",
            "health_sys_city",
            "health_sys_state",
            "corp_parent_id",
            "corp_parent_name",
            "corp_parent_type",
            "hos_beds",
            "hos_dsch",
            "hos_res",
            "hos_children",
            "hos_majteach",
            "hos_vmajteach",
            "hos_teachint",
            "hos_highdpp",
            "hos_ucburden",
            "hos_highuc",
            "hos_ownership",
            "hos_net_revenue",
            "hos_total_revenue");
    /** A few of the several hundred columns. */
    private static final List<String> SERVICES_COLUMNS = List.of(
            "PRVDR_CTGRY_SBTYP_CD",
            "PRVDR_CTGRY_CD",
            "CITY_NAME",
            "FAC_NAME",
            "PRVDR_NUM",
            "STATE_CD",
            "ST_ADR",
            "PHNE_NUM",
            "PGM_TRMNTN_CD",
            "ZIP_CD",
            "CBSA_URBN_RRL_IND",
            "CRTFD_BED_CNT",
            "BED_CNT",
            "MDCL_SCHL_AFLTN_CD");

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
        try (CsvTable table = CsvTable.create(folder.resolve(LINKAGE), LINKAGE_COLUMNS)) {
            for (Provider provider : world.providers()) {
                table.row(linkageRow(provider));
            }
        }
        try (CsvTable table = CsvTable.create(folder.resolve(SERVICES), SERVICES_COLUMNS)) {
            for (Provider provider : world.providers()) {
                table.row(servicesRow(provider));
                if (isEvery(NURSING_HOME_EVERY, provider)) {
                    table.row(nursingHomeRow(provider));
                }
            }
        }
        writeSurvey(folder.resolve(SURVEY));
    }

    /** Some hospitals of the Compendium have no certification number, as in the file that it imitates. */
    private static Object[] linkageRow(Provider provider) {
        String[] cells = new String[LINKAGE_COLUMNS.size()];
        Arrays.fill(cells, "");
        double residentsPerBed = provider.teaching() ? MAJOR_TEACHING : 0;
        List<String> columns = LINKAGE_COLUMNS;
        put(cells, columns, "compendium_hospital_id", id("CHSP", provider.index() + 1));
        put(cells, columns, "ccn", isEvery(WITHOUT_NUMBER_EVERY, provider) ? "" : provider.facilityId());
        put(cells, columns, "hospital_name", provider.name());
        put(cells, columns, "hospital_street", provider.address());
        put(cells, columns, "hospital_city", provider.city());
        put(cells, columns, "hospital_state", provider.state());
        put(cells, columns, "hospital_zip", provider.postalCode());
        put(cells, columns, "acutehosp_flag", "1");
        String system = provider.system();
        if (system != null) {
            int number = Integer.parseInt(system.substring(system.lastIndexOf('-') + 1));
            put(cells, columns, "health_sys_id", id("HSI", number));
            put(cells, columns, "health_sys_name", "Health System " + number);
        }
        put(cells, columns, "hos_beds", Integer.toString(provider.beds()));
        put(cells, columns, "hos_res", decimal(residentsPerBed * provider.beds()));
        put(cells, columns, "hos_majteach", provider.teaching() ? "1" : "0");
        put(cells, columns, "hos_vmajteach", "0");
        put(cells, columns, "hos_teachint", decimal(residentsPerBed));
        return cells;
    }

    private static Object[] servicesRow(Provider provider) {
        return new String[] {
            "01",
            "01",
            provider.city().toUpperCase(Locale.ROOT),
            provider.name().toUpperCase(Locale.ROOT),
            provider.facilityId(),
            provider.state(),
            provider.address().toUpperCase(Locale.ROOT),
            provider.phone(),
            "00",
            provider.postalCode(),
            provider.rural() ? "R" : "U",
            Integer.toString(provider.beds()),
            Integer.toString(provider.beds()),
            provider.teaching() ? "1" : "4"
        };
    }

    /** A nursing home in the town of the hospital: the file holds every kind of facility. */
    private static Object[] nursingHomeRow(Provider provider) {
        String city = provider.city().toUpperCase(Locale.ROOT);
        return new String[] {
            "02",
            "04",
            city,
            city + " NURSING HOME",
            "99" + String.format(Locale.ROOT, "%04d", 9000 + provider.index() / NURSING_HOME_EVERY),
            provider.state(),
            "2 " + city + " ROAD",
            "",
            "00",
            provider.postalCode(),
            provider.rural() ? "R" : "U",
            "80",
            "80",
            ""
        };
    }

    private static boolean isEvery(int distance, Provider provider) {
        return provider.index() % distance == distance - 1;
    }

    private static String id(String prefix, int number) {
        return prefix + String.format(Locale.ROOT, "%08d", number);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
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
        boolean bedsKnown = !isEvery(WITHOUT_BEDS_EVERY, provider);
        put(cells, DIRECTORY_COLUMNS, "X", "0");
        put(cells, DIRECTORY_COLUMNS, "Y", "0");
        put(cells, DIRECTORY_COLUMNS, "FID", Integer.toString(provider.index() + 1));
        put(cells, DIRECTORY_COLUMNS, "ID", "99" + String.format(Locale.ROOT, "%08d", provider.index() + 1));
        put(cells, DIRECTORY_COLUMNS, "NAME", provider.name().toUpperCase(Locale.ROOT));
        put(cells, DIRECTORY_COLUMNS, "ADDRESS", provider.address().toUpperCase(Locale.ROOT));
        put(cells, DIRECTORY_COLUMNS, "CITY", provider.city().toUpperCase(Locale.ROOT));
        put(cells, DIRECTORY_COLUMNS, "STATE", provider.state());
        put(cells, DIRECTORY_COLUMNS, "ZIP", provider.postalCode());
        put(cells, DIRECTORY_COLUMNS, "TELEPHONE", provider.phone());
        put(cells, DIRECTORY_COLUMNS, "TYPE", "GENERAL ACUTE CARE");
        put(cells, DIRECTORY_COLUMNS, "STATUS", "OPEN");
        put(cells, DIRECTORY_COLUMNS, "COUNTY", provider.county().toUpperCase(Locale.ROOT));
        put(cells, DIRECTORY_COLUMNS, "COUNTRY", "USA");
        put(cells, DIRECTORY_COLUMNS, "WEBSITE", provider.website());
        put(cells, DIRECTORY_COLUMNS, "BEDS", bedsKnown ? Integer.toString(provider.beds()) : UNKNOWN_BEDS);
        return cells;
    }

    private static void put(String[] cells, List<String> columns, String column, String value) {
        cells[columns.indexOf(column)] = value;
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
