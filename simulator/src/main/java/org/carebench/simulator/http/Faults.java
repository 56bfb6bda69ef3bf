package org.carebench.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;

/**
 * Decides which faults strike a request. The draws depend on the profile's seed and on what is asked, never on the order of
 * requests, so that two runs meet the same faults.
 */
public final class Faults {

    private final FaultProfile profile;
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final Set<Loss> losses = new ConcurrentSkipListSet<>();

    private record Loss(String platform, String endpoint, String account, FaultKind kind) implements Comparable<Loss> {
        @Override
        public int compareTo(Loss other) {
            return toString().compareTo(other.toString());
        }
    }

    /** The faults of a profile. */
    public Faults(FaultProfile profile) {
        this.profile = profile;
    }

    /** The insights metrics that the platform no longer knows. */
    public Set<String> retiredMetrics(String platform) {
        return profile.faults().stream()
                .filter(rule -> rule.kind() == FaultKind.RETIRED_METRIC && rule.concerns(platform, rule.endpoint()))
                .flatMap(rule -> rule.metrics().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a request is, beside who makes it and how often: the same question at the same instant of the world. */
    static String question(Request request) {
        String parameters = request.query().entries().stream()
                .filter(parameter -> !parameter.name().equals("access_token")
                        && !parameter.name().equals("key"))
                .map(Parameters.Parameter::toString)
                .sorted()
                .collect(Collectors.joining());
        return request.at() + " " + request.method() + " " + request.path() + " " + parameters + " " + request.body();
    }

    /** Whether the token of this request expires before it is looked at. */
    boolean expiresToken(String platform, String endpoint, String question) {
        for (int i = 0; i < profile.faults().size(); i++) {
            FaultRule rule = profile.faults().get(i);
            if (rule.kind() == FaultKind.EXPIRED_TOKEN
                    && rule.concerns(platform, endpoint)
                    && strikes(i, rule, platform, question, List.of())) {
                return true;
            }
        }
        return false;
    }

    /** The faults that are laid over an answer, in order; at most one of them spoils it. */
    List<FaultRule> over(String platform, String endpoint, String question, List<String> subjects) {
        List<FaultRule> struck = new ArrayList<>();
        boolean spoiled = false;
        for (int i = 0; i < profile.faults().size(); i++) {
            FaultRule rule = profile.faults().get(i);
            boolean spoils = spoils(rule.kind());
            if (isLaidOver(rule.kind())
                    && rule.concerns(platform, endpoint)
                    && !(spoils && spoiled)
                    && draws(i, rule, platform, question, subjects)) {
                // The request is this rule's, even when the rule's attempts are over: its faults do not add up.
                spoiled |= spoils;
                if (stillFails(i, rule, question)) {
                    struck.add(rule);
                    note(rule, platform, endpoint, subjects);
                }
            }
        }
        return struck;
    }

    private void note(FaultRule rule, String platform, String endpoint, List<String> subjects) {
        if (rule.reach() == FaultReach.ACCOUNT && spoils(rule.kind())) {
            losses.add(new Loss(platform, endpoint, subjects.get(0), rule.kind()));
        }
    }

    private static boolean isLaidOver(FaultKind kind) {
        return kind != FaultKind.EXPIRED_TOKEN && kind != FaultKind.RETIRED_METRIC;
    }

    private static boolean spoils(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMITED, SERVER_ERROR, TRUNCATED, MALFORMED, RENAMED_FIELD -> true;
            case SLOW, EXPIRED_TOKEN, UNKNOWN_FIELDS, NUMBERS_AS_TEXT, CLOCK_SKEW, RETIRED_METRIC -> false;
        };
    }

    private boolean strikes(int index, FaultRule rule, String platform, String question, List<String> subjects) {
        return draws(index, rule, platform, question, subjects) && stillFails(index, rule, question);
    }

    private boolean draws(int index, FaultRule rule, String platform, String question, List<String> subjects) {
        if (rule.reach() == FaultReach.ACCOUNT && subjects.size() != 1) {
            return false;
        }
        String what = rule.reach() == FaultReach.ACCOUNT ? subjects.get(0) : question;
        return Fingerprint.draw(profile.seed() + " " + index + " " + platform + " " + what) < rule.rate();
    }

    private boolean stillFails(int index, FaultRule rule, String question) {
        return rule.reach() != FaultReach.ATTEMPT
                || attempts.merge(index + " " + Fingerprint.of(question), 1, Integer::sum) <= rule.attempts();
    }

    /** The accounts for which a call has failed for good, with the fault: what a caller cannot have read. */
    ArrayNode losses() {
        ArrayNode rows = Json.array();
        losses.forEach(loss -> rows.addObject()
                .put("platform", loss.platform())
                .put("endpoint", loss.endpoint())
                .put("account", loss.account())
                .put("kind", loss.kind().name()));
        return rows;
    }
}
