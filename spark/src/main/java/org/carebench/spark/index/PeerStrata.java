package org.carebench.spark.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Peer strata: bed class by rurality by teaching. A stratum with too few providers is merged with the nearest bed class of
 * the same rurality and teaching, the smallest stratum first, until it is large enough; what stays too small goes to
 * {@link #OTHER}. Where that is too small in its turn, the smallest remaining stratum joins it. Only numbers of providers
 * decide, so their order never shows.
 */
public final class PeerStrata {

    /** Stratum of providers without enough peers of their own kind. */
    public static final String OTHER = "other";

    /** Strata of one rurality and teaching; unknown beds have no neighbour. */
    private record Kind(boolean isBedKnown, String rurality, String teaching) implements Comparable<Kind> {

        private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::isBedKnown)
                .thenComparing(Kind::rurality)
                .thenComparing(Kind::teaching);

        static Kind of(StratumTraits traits) {
            return new Kind(
                    traits.bedClass() != null,
                    named(traits.isRural(), "rural", "urban", "rurality unknown"),
                    named(traits.isTeaching(), "teaching", "not teaching", "teaching unknown"));
        }

        private static String named(@Nullable Boolean trait, String yes, String no, String unknown) {
            return trait == null ? unknown : trait ? yes : no;
        }

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    /** Neighbouring bed classes. */
    private record Span(Kind kind, int first, int last, long providers) {

        Span with(Span other) {
            return new Span(
                    kind, Math.min(first, other.first), Math.max(last, other.last), providers + other.providers);
        }

        int distance(Span other) {
            return Math.max(first - other.last, other.first - last);
        }

        int distance(int bedClass) {
            return Math.max(0, Math.max(first - bedClass, bedClass - last));
        }
    }

    private static final Comparator<Span> SMALLEST =
            Comparator.comparingLong(Span::providers).thenComparing(Span::first);

    private final List<String> bedClasses;
    private final Map<Kind, List<Span>> spans = new TreeMap<>();
    private final Set<Span> apart = new HashSet<>();

    private PeerStrata(List<String> bedClasses) {
        this.bedClasses = bedClasses;
    }

    /**
     * Forms the strata.
     *
     * @param providers traits of every provider that is a peer
     * @param bedClasses labels of the bed classes, ascending
     * @param minimum providers that a stratum needs
     */
    public static PeerStrata of(Collection<StratumTraits> providers, List<String> bedClasses, int minimum) {
        PeerStrata strata = new PeerStrata(List.copyOf(bedClasses));
        strata.count(providers);
        strata.spans.replaceAll((kind, ofKind) -> merged(ofKind, minimum));
        strata.setApart(minimum);
        return strata;
    }

    /** Stratum of a provider; one whose like was not among the providers belongs to the nearest bed class. */
    public String of(StratumTraits traits) {
        Kind kind = Kind.of(traits);
        int bedClass = bedClass(traits);
        return spans.getOrDefault(kind, List.of()).stream()
                .min(Comparator.<Span>comparingInt(span -> span.distance(bedClass))
                        .thenComparing(Span::first))
                .map(this::label)
                .orElse(OTHER);
    }

    private void count(Collection<StratumTraits> providers) {
        Map<Kind, Map<Integer, Long>> counts = new TreeMap<>();
        for (StratumTraits traits : providers) {
            counts.computeIfAbsent(Kind.of(traits), kind -> new TreeMap<>()).merge(bedClass(traits), 1L, Long::sum);
        }
        counts.forEach((kind, ofBedClass) -> {
            List<Span> ofKind = new ArrayList<>();
            ofBedClass.forEach((bedClass, number) -> ofKind.add(new Span(kind, bedClass, bedClass, number)));
            spans.put(kind, ofKind);
        });
    }

    private static List<Span> merged(List<Span> ofKind, int minimum) {
        List<Span> left = new ArrayList<>(ofKind);
        while (left.size() > 1) {
            Span smallest = left.stream().min(SMALLEST).orElseThrow();
            if (smallest.providers() >= minimum) {
                break;
            }
            left.remove(smallest);
            Span nearest = left.stream()
                    .min(Comparator.<Span>comparingInt(smallest::distance).thenComparing(SMALLEST))
                    .orElseThrow();
            left.remove(nearest);
            left.add(smallest.with(nearest));
        }
        return left;
    }

    /** Leaves strata without enough providers to {@link #OTHER}, and one more where that has not enough itself. */
    private void setApart(int minimum) {
        long other = 0;
        for (List<Span> ofKind : spans.values()) {
            for (Span span : ofKind) {
                if (span.providers() < minimum) {
                    apart.add(span);
                    other += span.providers();
                }
            }
        }
        if (other > 0 && other < minimum) {
            spans.values().stream()
                    .flatMap(List::stream)
                    .filter(span -> !apart.contains(span))
                    .min(Comparator.comparingLong(Span::providers)
                            .thenComparing(Span::kind)
                            .thenComparing(Span::first))
                    .ifPresent(apart::add);
        }
    }

    private int bedClass(StratumTraits traits) {
        String label = traits.bedClass();
        if (label == null) {
            return 0;
        }
        int bedClass = bedClasses.indexOf(label);
        if (bedClass < 0) {
            throw new IllegalArgumentException(
                    "Cannot find the peers of a provider: its bed class " + label + " is none of " + bedClasses);
        }
        return bedClass;
    }

    private String label(Span span) {
        if (apart.contains(span)) {
            return OTHER;
        }
        Kind kind = span.kind();
        String beds = "unknown";
        if (kind.isBedKnown()) {
            String first = bedClasses.get(span.first());
            beds = span.first() == span.last() ? first : first + " to " + bedClasses.get(span.last());
        }
        return beds + " beds, " + kind.rurality() + ", " + kind.teaching();
    }
}
