package org.carebench.spark.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;

/** Inputs and expected values: golden.json from reference formulas, golden_R.json of the same inputs by R. */
public final class Golden {

    private static final JsonNode REFERENCE = read("golden.json");
    private static final JsonNode R = read("golden_R.json");

    private Golden() {}

    /** Node of golden.json under these keys. */
    public static JsonNode of(String... path) {
        return under(REFERENCE, path);
    }

    /** Node of golden_R.json under these keys. */
    public static JsonNode ofR(String... path) {
        return under(R, path);
    }

    /** Number of golden.json under these keys. */
    public static double number(String... path) {
        return number(of(path));
    }

    public static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("Cannot read a number of the golden file: there stands " + node);
        }
        return node.doubleValue();
    }

    /** Numbers of golden.json under these keys. */
    public static double[] numbers(String... path) {
        return numbers(of(path));
    }

    public static double[] numbers(JsonNode node) {
        return IntStream.range(0, node.size())
                .mapToDouble(i -> number(node.get(i)))
                .toArray();
    }

    public static double[][] rows(JsonNode node) {
        return IntStream.range(0, node.size())
                .mapToObj(i -> numbers(node.get(i)))
                .toArray(double[][]::new);
    }

    /** Largest distance that the golden files allow: tolerance × max(1, |expected|). */
    public static Offset<Double> within(double tolerance, double expected) {
        return Offset.offset(tolerance * Math.max(1, Math.abs(expected)));
    }

    private static JsonNode under(JsonNode root, String... path) {
        JsonNode node = root;
        for (String key : path) {
            node = node.path(key);
        }
        if (node.isMissingNode()) {
            throw new IllegalArgumentException(
                    "Cannot find " + String.join(".", path) + " in the golden file: see its keys");
        }
        return node;
    }

    private static JsonNode read(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/statistics/" + file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read /statistics/" + file + " of the test resources", e);
        }
    }
}
