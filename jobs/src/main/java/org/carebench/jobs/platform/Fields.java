package org.carebench.jobs.platform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A JSON object as a platform sent it, read with tolerance: unknown fields do not matter, numbers may be text, ids are
 * always text. What must be there and is not makes an {@link UnreadableItemException} for this object alone.
 */
public record Fields(JsonNode node) {

    /** ISO 8601 with or without fraction, and with an offset as Z, +00:00 or +0000. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    /** Nothing on a platform is older or younger; epochs in a wrong unit are. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int MOST_DIGITS = 19;

    public static Fields of(@Nullable JsonNode node) {
        return new Fields(node == null ? MissingNode.getInstance() : node);
    }

    /** The object at a path of names; empty where there is none. */
    public Fields at(String... names) {
        JsonNode found = node;
        for (String name : names) {
            found = found.path(name);
        }
        return new Fields(found);
    }

    public boolean isAbsent(String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull();
    }

    public boolean isEmpty() {
        return node.isMissingNode() || node.isNull();
    }

    /** The elements of an array; none where there is no array. */
    public List<Fields> items(String field) {
        List<Fields> items = new ArrayList<>();
        JsonNode array = node.path(field);
        if (array.isArray()) {
            array.forEach(item -> items.add(new Fields(item)));
        }
        return items;
    }

    /** Text that is not blank, or a number as it was written. */
    public Optional<String> text(String field) {
        JsonNode value = node.path(field);
        if (!value.isValueNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.asString()).filter(text -> !text.isBlank());
    }

    public @Nullable String optionalText(String field) {
        return text(field).orElse(null);
    }

    public String requiredText(String field) {
        return text(field).orElseThrow(() -> new UnreadableItemException(field));
    }

    /** A whole number of 0 or more, as a number or as text. */
    public Optional<Long> count(String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber() && !value.isString()) {
            return Optional.empty();
        }
        try {
            BigDecimal written = new BigDecimal(value.asString().strip());
            if ((long) written.precision() - written.scale() > MOST_DIGITS) {
                // An exponent of a few characters would be written out as a number that fills the memory.
                return Optional.empty();
            }
            BigInteger number = written.toBigIntegerExact();
            return number.signum() < 0 || number.compareTo(MOST) > 0
                    ? Optional.empty()
                    : Optional.of(number.longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** True or false; nothing where the field is absent or something else. */
    public Optional<Boolean> flag(String field) {
        JsonNode value = node.path(field);
        return value.isBoolean() ? Optional.of(value.asBoolean()) : Optional.empty();
    }

    public boolean isTrue(String field) {
        return flag(field).orElse(false);
    }

    public Optional<Instant> instant(String field) {
        return text(field).flatMap(Fields::parse);
    }

    public @Nullable Instant optionalInstant(String field) {
        return instant(field).orElse(null);
    }

    public Instant requiredInstant(String field) {
        return instant(field).orElseThrow(() -> new UnreadableItemException(field));
    }

    public Instant requiredEpochSeconds(String field) {
        return count(field)
                .filter(seconds -> seconds < LATEST.getEpochSecond())
                .map(Instant::ofEpochSecond)
                .filter(Fields::isPlausible)
                .orElseThrow(() -> new UnreadableItemException(field));
    }

    public Instant requiredEpochMillis(String field) {
        return count(field)
                .map(Instant::ofEpochMilli)
                .filter(Fields::isPlausible)
                .orElseThrow(() -> new UnreadableItemException(field));
    }

    /** Without what it holds, which may be a token or what a person wrote. */
    @Override
    public String toString() {
        return "Fields[" + node.getNodeType() + "]";
    }

    private static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, INSTANT).toInstant()).filter(Fields::isPlausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(Instant instant) {
        return instant.isAfter(EARLIEST) && instant.isBefore(LATEST);
    }
}
