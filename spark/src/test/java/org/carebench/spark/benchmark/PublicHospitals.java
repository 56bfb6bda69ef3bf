package org.carebench.spark.benchmark;

import static org.carebench.spark.LandingRecords.facility;
import static org.carebench.spark.LandingRecords.organization;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.spark.LandingLake;
import org.carebench.spark.LandingRecords.Place;
import org.carebench.spark.TestSession;
import org.carebench.spark.conform.Conform;
import org.carebench.spark.io.LandingReader;
import org.carebench.spark.table.Table;
import org.jspecify.annotations.Nullable;

/** The hospitals of the patient survey of 2024, read from the public files in place, with the beds that the program finds. */
final class PublicHospitals {

    static final Path FILES = Path.of(System.getProperty("carebench.data", "../../shared/data"))
            .toAbsolutePath()
            .normalize();

    private static final String REGISTRY = csv("cms/Hospital_General_Information-2024-07.csv");
    private static final String DIRECTORY = csv("hifld/us_hospital_locations.csv");
    private static final String SURVEY = csv("cms/hcahps_recommend-2024.csv");

    /**
     * A hospital of the survey.
     *
     * @param recommend patients who would definitely recommend it, in percent
     * @param surveys that were completed
     * @param beds NULL where the program finds none
     */
    record Hospital(
            String id,
            String state,
            String ownership,
            double recommend,
            long surveys,
            @Nullable Integer beds) {

        boolean isForProfit() {
            return ownership.equals("Proprietary") || ownership.equals("Physician");
        }

        boolean isNonProfit() {
            return ownership.startsWith("Voluntary non-profit");
        }

        boolean isOfVeterans() {
            return ownership.equals("Veterans Health Administration");
        }

        boolean isOfGovernment() {
            return ownership.startsWith("Government") || ownership.equals("Tribal");
        }

        Share share() {
            return Share.of(recommend, surveys);
        }
    }

    private PublicHospitals() {}

    /** All hospitals, by id. */
    static List<Hospital> read(Path lake) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            Map<String, Integer> beds = beds(lake, statement);
            List<Hospital> hospitals = new ArrayList<>();
            ResultSet row = statement.executeQuery("""
                    select facility_id, registry."State" as state, "Hospital Ownership" as ownership,
                        recommend_percent::double as recommend, completed_surveys::bigint as surveys
                    from %s as survey join %s as registry on registry."Facility ID" = survey.facility_id
                    order by 1""".formatted(SURVEY, REGISTRY));
            while (row.next()) {
                String id = row.getString("facility_id");
                hospitals.add(new Hospital(
                        id,
                        row.getString("state"),
                        row.getString("ownership"),
                        row.getDouble("recommend"),
                        row.getLong("surveys"),
                        beds.get("cms:" + id)));
            }
            return hospitals;
        }
    }

    private static Map<String, Integer> beds(Path lake, Statement statement) throws SQLException, IOException {
        List<Organization> organizations = new ArrayList<>();
        ResultSet row = statement.executeQuery("""
                select "Facility ID" as id, "Facility Name" as name, "Address" as address, "State" as state,
                    "ZIP Code" as zip, "Telephone Number" as phone, "Hospital Ownership" as ownership
                from %s""".formatted(REGISTRY));
        while (row.next()) {
            long line = organizations.size() + 2L;
            organizations.add(organization(row.getString("id"), place(row), "US", row.getString("ownership"), line));
        }
        List<Facility> facilities = new ArrayList<>();
        row = statement.executeQuery("""
                select "ID" as id, "NAME" as name, nullif("ALT_NAME", 'NOT AVAILABLE') as other, "ADDRESS" as address,
                    "STATE" as state, "ZIP" as zip, nullif("TELEPHONE", 'NOT AVAILABLE') as phone,
                    "STATUS" = 'OPEN' as is_open, nullif("BEDS", '-999')::integer as beds
                from %s""".formatted(DIRECTORY));
        while (row.next()) {
            facilities.add(facility(
                    row.getString("id"),
                    place(row),
                    row.getString("other"),
                    row.getBoolean("is_open"),
                    row.getObject("beds", Integer.class)));
        }
        BenchmarkRequest request = new LandingLake(lake)
                .land("cms-hospitals", Organization.class, organizations.toArray(Organization[]::new))
                .land("hifld-hospitals", Facility.class, facilities.toArray(Facility[]::new))
                .request();
        Table conformed = new Conform(LandingReader.read(TestSession.spark(), request), request)
                .tables().stream()
                        .filter(table -> table.name().equals("organization"))
                        .findFirst()
                        .orElseThrow();
        return conformed.rows().select("organization_id", "beds").where("beds is not null").collectAsList().stream()
                .collect(Collectors.toMap(each -> each.getString(0), each -> each.getInt(1)));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("name"),
                row.getString("address"),
                row.getString("state"),
                row.getString("zip"),
                row.getString("phone"));
    }

    private static String csv(String file) {
        return "read_csv('" + FILES.resolve(file)
                + "', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', parallel = false)";
    }
}
