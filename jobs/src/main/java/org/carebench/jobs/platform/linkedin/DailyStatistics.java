package org.carebench.jobs.platform.linkedin;

import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.UnreadableItemException;

/** The statistics of an organization that LinkedIn gives per day. Ratios are left out: they follow from the counts. */
enum DailyStatistics {
    SHARES("organizationalEntityShareStatistics", "totalShareStatistics"),
    FOLLOWERS("organizationalEntityFollowerStatistics", "followerGains");

    private final String resource;
    private final String object;

    DailyStatistics(String resource, String object) {
        this.resource = resource;
        this.object = object;
    }

    private List<String> metrics() {
        return switch (this) {
            case SHARES ->
                List.of(
                        "impressionCount",
                        "uniqueImpressionsCount",
                        "clickCount",
                        "likeCount",
                        "commentCount",
                        "shareCount");
            case FOLLOWERS -> List.of("organicFollowerGain", "paidFollowerGain");
        };
    }

    String resource() {
        return resource;
    }

    /** Every metric of every day of an answer. */
    List<InsightReading> read(LinkedInResponse response) {
        return response.elements().stream()
                .filter(DailyStatistics::isDated)
                .flatMap(element -> metrics().stream()
                        .filter(metric -> !isRetired(response, metric))
                        .map(metric -> LinkedInMapper.insight(element, element.at(object), metric)))
                .toList();
    }

    /** Problems of an answer: metrics that no day has any more, and days without a date. */
    List<ItemProblem> retired(LinkedInResponse response) {
        String endpoint = response.answer().endpoint();
        List<ItemProblem> problems = new ArrayList<>(metrics().stream()
                .filter(metric -> isRetired(response, metric))
                .map(metric -> new ItemProblem(
                        metric, PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, endpoint, "200 without " + metric)))
                .toList());
        if (!response.elements().stream().allMatch(DailyStatistics::isDated)) {
            problems.add(new ItemProblem(
                    "", PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, endpoint, "200 without timeRange.start")));
        }
        return problems;
    }

    private boolean isRetired(LinkedInResponse response, String metric) {
        return !response.elements().isEmpty()
                && response.elements().stream()
                        .allMatch(element -> element.at(object).isAbsent(metric));
    }

    private static boolean isDated(Fields element) {
        try {
            element.at("timeRange").requiredEpochMillis("start");
            return true;
        } catch (UnreadableItemException e) {
            return false;
        }
    }
}
