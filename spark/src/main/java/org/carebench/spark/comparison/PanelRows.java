package org.carebench.spark.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carebench.spark.comparison.ComparedProvider.Pillars;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.carebench.spark.comparison.ProviderPanel.Exposed;
import org.carebench.spark.comparison.ProviderPanel.Observed;

/** Rows of providers with their cohorts and outcomes, as {@link Comparisons} brings them together. */
final class PanelRows {

    private PanelRows() {}

    static ProviderPanel panel(Row row, List<String> peerDimensions) {
        String stratumWithoutTeaching = row.getAs("stratum_without_teaching");
        List<Exposed> exposures = new ArrayList<>();
        for (Row each : row.<Row>getList(row.fieldIndex("exposures"))) {
            exposures.add(exposed(each, stratumWithoutTeaching));
        }
        List<Observed> outcomes = new ArrayList<>();
        for (Row each : row.<Row>getList(row.fieldIndex("observations"))) {
            outcomes.add(new Observed(
                    each.getAs("period_start"),
                    each.getAs("period_end"),
                    each.getAs("value"),
                    each.getAs("ln_followers")));
        }
        return new ProviderPanel(
                row.getAs("organization_id"),
                row.getAs("cluster"),
                traits(row),
                peerGroups(row, peerDimensions),
                exposures,
                outcomes);
    }

    private static Exposed exposed(Row row, String stratumWithoutTeaching) {
        return new Exposed(
                row.getAs("exposure"),
                row.getAs("period_start"),
                row.getAs("period_end"),
                row.getAs("cohort"),
                row.getAs("percentile"),
                new Pillars(
                        row.getAs("rolling_presence"),
                        row.getAs("rolling_cadence"),
                        row.getAs("rolling_dialogue"),
                        row.getAs("rolling_breadth")),
                row.getAs("peer_stratum"),
                stratumWithoutTeaching,
                row.getAs("is_inherited"));
    }

    private static Traits traits(Row row) {
        return new Traits(
                row.getAs("beds"),
                row.getAs("ownership_group"),
                row.getAs("is_teaching"),
                row.getAs("is_rural"),
                row.getAs("region"),
                row.getAs("state"),
                null);
    }

    /** A provider whose group is not known is in none. */
    private static Map<String, String> peerGroups(Row row, List<String> dimensions) {
        Map<String, String> groups = new HashMap<>();
        for (String dimension : dimensions) {
            String group = row.getAs(dimension);
            if (group != null) {
                groups.put(dimension, group);
            }
        }
        return groups;
    }
}
