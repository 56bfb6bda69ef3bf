package org.carebench.spark.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Change of organizations that entered the HIGH cohort less the change of those that never did, over the same periods. One
 * stack for every period of entry, pooled by the number of movers (Cengiz and others 2019), so that no mover serves as a
 * control of another one (Goodman-Bacon 2021). Errors are clustered by system over all stacks, Student's distribution with
 * G-1 degrees of freedom. The caller leaves out organizations that left the cohort and entered again.
 *
 * @param change mean of the periods from entry less mean of the periods before, in the unit of the outcome; NULL where no
 *     stack has movers and stayers observed on both sides
 * @param path the same against the last period before entry only, for every period around it but that one
 * @param movers number of organizations behind the change that entered
 * @param stayers number of organizations behind it that never did, each once
 * @param stacks number of periods of entry behind it
 */
public record DifferenceInDifferences(
        @Nullable StudentEstimate change, List<EventTimeDifference> path, int movers, int stayers, int stacks) {

    private static final int FEWEST_BEFORE = 4;

    /**
     * Compares within a window around entry.
     *
     * @param before periods before entry, at least 4: the last one is the base of the path and three leads are to be shown
     * @param after periods from entry on, its own included
     * @throws IllegalArgumentException where an organization has two outcomes in a period, two systems or two entries
     */
    public static DifferenceInDifferences of(List<PanelObservation> observations, int before, int after) {
        if (before < FEWEST_BEFORE || after < 1) {
            throw new IllegalArgumentException("Cannot compare changes: the window has " + before
                    + " periods before entry and " + after + " from it on; it takes " + FEWEST_BEFORE + " and 1");
        }
        List<History> histories = histories(observations);
        Pool pool = Pool.of(histories, (history, entry) -> history.change(entry, before, after));
        List<EventTimeDifference> path = IntStream.range(-before, after)
                .filter(relative -> relative != -1)
                .mapToObj(relative -> {
                    Pool at = Pool.of(histories, (history, entry) -> history.change(entry, relative));
                    return new EventTimeDifference(relative, at.estimate(), at.movers);
                })
                .toList();
        return new DifferenceInDifferences(pool.estimate(), path, pool.movers, pool.stayers.size(), pool.stacks.size());
    }

    private static List<History> histories(List<PanelObservation> observations) {
        SortedMap<String, History> histories = new TreeMap<>();
        for (PanelObservation each : observations) {
            histories
                    .computeIfAbsent(each.organization(), id -> new History(each, new TreeMap<>()))
                    .add(each);
        }
        return List.copyOf(histories.values());
    }

    /** All outcomes of one organization by period. */
    private record History(PanelObservation first, SortedMap<Integer, Double> outcomes) {

        void add(PanelObservation observation) {
            boolean same = observation.cluster().equals(first.cluster())
                    && Objects.equals(observation.firstEntry(), first.firstEntry());
            if (!same || outcomes.put(observation.period(), observation.outcome()) != null) {
                throw new IllegalArgumentException("Cannot compare changes: " + first.organization()
                        + " has two systems, two first entries or, in period " + observation.period()
                        + ", two outcomes");
            }
        }

        /** Mean of the periods from the entry less mean of those before. */
        OptionalDouble change(int entry, int before, int after) {
            return minus(outcomes.subMap(entry, entry + after), outcomes.subMap(entry - before, entry));
        }

        /** One period less the last one before the entry. */
        OptionalDouble change(int entry, int relative) {
            return minus(outcomes.subMap(entry + relative, entry + relative + 1), outcomes.subMap(entry - 1, entry));
        }

        private static OptionalDouble minus(SortedMap<Integer, Double> later, SortedMap<Integer, Double> earlier) {
            return later.isEmpty() || earlier.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(mean(later.values()) - mean(earlier.values()));
        }
    }

    private static double mean(Iterable<Double> values) {
        CompensatedSum sum = new CompensatedSum();
        int count = 0;
        for (double value : values) {
            sum.add(value);
            count++;
        }
        return sum.value() / count;
    }

    @FunctionalInterface
    private interface Change {
        OptionalDouble of(History history, int entry);
    }

    private record Measured(String organization, String cluster, double change) {}

    /** Movers of one period of entry and all stayers, so far as their change is known. */
    private record Stack(List<Measured> movers, List<Measured> stayers) {

        double difference() {
            return mean(movers) - mean(stayers);
        }

        List<Measured> both() {
            return Stream.concat(movers.stream(), stayers.stream()).toList();
        }

        static double mean(List<Measured> group) {
            return DifferenceInDifferences.mean(
                    group.stream().map(Measured::change).toList());
        }
    }

    private record Pool(List<Stack> stacks, int movers, TreeSet<String> stayers) {

        static Pool of(List<History> histories, Change change) {
            TreeSet<Integer> entries = new TreeSet<>();
            for (History history : histories) {
                Integer entry = history.first.firstEntry();
                if (entry != null) {
                    entries.add(entry);
                }
            }
            List<Stack> stacks = new ArrayList<>();
            TreeSet<String> stayers = new TreeSet<>();
            int movers = 0;
            for (int entry : entries) {
                Stack stack =
                        new Stack(measured(histories, entry, entry, change), measured(histories, null, entry, change));
                if (!stack.movers.isEmpty() && !stack.stayers.isEmpty()) {
                    stacks.add(stack);
                    movers += stack.movers.size();
                    stack.stayers.forEach(each -> stayers.add(each.organization));
                }
            }
            return new Pool(stacks, movers, stayers);
        }

        private static List<Measured> measured(
                List<History> histories, @Nullable Integer firstEntry, int entry, Change change) {
            List<Measured> group = new ArrayList<>();
            for (History history : histories) {
                if (Objects.equals(history.first.firstEntry(), firstEntry)) {
                    change.of(history, entry)
                            .ifPresent(value -> group.add(
                                    new Measured(history.first.organization(), history.first.cluster(), value)));
                }
            }
            return group;
        }

        @Nullable StudentEstimate estimate() {
            if (stacks.isEmpty()) {
                return null;
            }
            CompensatedSum estimate = new CompensatedSum();
            List<String> ids = new ArrayList<>();
            List<Double> influence = new ArrayList<>();
            List<Double> changes = new ArrayList<>();
            for (Stack stack : stacks) {
                double share = (double) stack.movers.size() / movers;
                estimate.add(share * stack.difference());
                addInfluence(stack.movers, share, influence);
                addInfluence(stack.stayers, -share, influence);
                for (Measured each : stack.both()) {
                    ids.add(each.cluster);
                    changes.add(each.change);
                }
            }
            return StudentEstimate.clustered(estimate.value(), array(influence), Clusters.of(ids), array(changes));
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(each -> each).toArray();
        }

        private static void addInfluence(List<Measured> group, double share, List<Double> influence) {
            double mean = Stack.mean(group);
            for (Measured each : group) {
                influence.add(share * (each.change - mean) / group.size());
            }
        }
    }
}
