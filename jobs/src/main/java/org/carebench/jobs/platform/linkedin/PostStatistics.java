package org.carebench.jobs.platform.linkedin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/**
 * Finds the counters of posts: in the share statistics, which are asked for by kind of post, or, where these leave a post out
 * or are refused, in its social metadata, which hold reactions and comments only.
 */
final class PostStatistics {

    /** An address has to stay within what servers take. */
    private static final int URNS_PER_REQUEST = 50;

    private static final Map<String, String> PARAMETERS = Map.of("share", "shares", "ugcPost", "ugcPosts");

    /** Refusals of one thing; what concerns every request ends the page instead. */
    private static final Set<ProblemCode> REFUSALS =
            Set.of(ProblemCode.PERMISSION, ProblemCode.GONE, ProblemCode.BAD_REQUEST);

    private final LinkedInClient client;
    private final String organizationId;
    private final @Nullable String credential;
    private final Map<String, Counters> counters = new HashMap<>();
    private final List<ItemProblem> problems = new ArrayList<>();
    private boolean wasRefused;

    private PostStatistics(LinkedInClient client, String organizationId, @Nullable String credential) {
        this.client = client;
        this.organizationId = organizationId;
        this.credential = credential;
    }

    /** Asks for the counters of posts by their URNs. */
    static PostStatistics of(
            LinkedInClient client, String organizationId, List<String> urns, @Nullable String credential) {
        PostStatistics statistics = new PostStatistics(client, organizationId, credential);
        PARAMETERS.forEach((kind, parameter) -> statistics.readKind(
                kind,
                parameter,
                urns.stream().filter(urn -> Urn.kind(urn).equals(kind)).toList()));
        urns.stream().filter(urn -> !statistics.counters.containsKey(urn)).forEach(statistics::readMetadata);
        return statistics;
    }

    Counters counters(String urn) {
        return counters.getOrDefault(urn, LinkedInMapper.unknown(whyMissing()));
    }

    List<ItemProblem> problems() {
        return List.copyOf(problems);
    }

    private void readKind(String kind, String parameter, List<String> urns) {
        for (int from = 0; from < urns.size(); from += URNS_PER_REQUEST) {
            List<String> some = urns.subList(from, Math.min(urns.size(), from + URNS_PER_REQUEST));
            try {
                for (Fields element : client.shareStatistics(organizationId, parameter, some, credential)) {
                    element.text(kind)
                            .ifPresent(urn ->
                                    counters.put(urn, LinkedInMapper.statistics(element.at("totalShareStatistics"))));
                }
            } catch (PlatformException e) {
                refused("", e);
                wasRefused = true;
            }
        }
    }

    private void readMetadata(String urn) {
        try {
            counters.put(
                    urn,
                    LinkedInMapper.metadata(
                            client.socialMetadata(urn, credential).body(), whyMissing()));
        } catch (PlatformException e) {
            refused(urn, e);
        }
    }

    private MeasureState whyMissing() {
        return wasRefused ? MeasureState.NOT_PERMITTED : MeasureState.NOT_AVAILABLE;
    }

    private void refused(String subject, PlatformException failure) {
        PlatformProblem problem = failure.problem();
        if (!REFUSALS.contains(problem.code())) {
            throw failure;
        }
        problems.add(new ItemProblem(subject, problem));
    }
}
