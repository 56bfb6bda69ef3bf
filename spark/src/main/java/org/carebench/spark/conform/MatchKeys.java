package org.carebench.spark.conform;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Spellings that two files must share to speak of the same building. They only even out ways of writing: words that may
 * tell two hospitals apart (EAST, CHILDRENS, HOSPITAL) stay. NULL where the value cannot identify anything.
 */
final class MatchKeys {

    private static final Map<String, String> NAME_WORDS = Map.ofEntries(
            Map.entry("SAINT", "ST"),
            Map.entry("MT", "MOUNT"),
            Map.entry("CTR", "CENTER"),
            Map.entry("CENTRE", "CENTER"),
            Map.entry("HOSP", "HOSPITAL"),
            Map.entry("MED", "MEDICAL"),
            Map.entry("REG", "REGIONAL"),
            Map.entry("MEM", "MEMORIAL"));

    private static final Map<String, String> ADDRESS_WORDS = Map.ofEntries(
            Map.entry("STREET", "ST"),
            Map.entry("SAINT", "ST"),
            Map.entry("AVENUE", "AVE"),
            Map.entry("AV", "AVE"),
            Map.entry("ROAD", "RD"),
            Map.entry("DRIVE", "DR"),
            Map.entry("BOULEVARD", "BLVD"),
            Map.entry("LANE", "LN"),
            Map.entry("HIGHWAY", "HWY"),
            Map.entry("PARKWAY", "PKWY"),
            Map.entry("PLACE", "PL"),
            Map.entry("COURT", "CT"),
            Map.entry("CIRCLE", "CIR"),
            Map.entry("SQUARE", "SQ"),
            Map.entry("SUITE", "STE"),
            Map.entry("ROUTE", "RT"),
            Map.entry("RTE", "RT"),
            Map.entry("MOUNT", "MT"),
            Map.entry("NORTH", "N"),
            Map.entry("SOUTH", "S"),
            Map.entry("EAST", "E"),
            Map.entry("WEST", "W"),
            Map.entry("NORTHEAST", "NE"),
            Map.entry("NORTHWEST", "NW"),
            Map.entry("SOUTHEAST", "SE"),
            Map.entry("SOUTHWEST", "SW"),
            Map.entry("FIRST", "1ST"),
            Map.entry("SECOND", "2ND"),
            Map.entry("THIRD", "3RD"));

    private MatchKeys() {}

    /** Name and the first five digits of the postal code. */
    static @Nullable String nameAndZip(@Nullable String name, @Nullable String postalCode) {
        return withZip(words(name, NAME_WORDS), postalCode);
    }

    /** Street address and the first five digits of the postal code. */
    static @Nullable String addressAndZip(@Nullable String address, @Nullable String postalCode) {
        return withZip(words(address, ADDRESS_WORDS), postalCode);
    }

    /** The ten digits of a North American telephone number. */
    static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        String digits = phone.replaceAll("[^0-9]", "");
        String national = digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
        boolean canRing = national.length() == 10 && national.chars().distinct().count() > 1;
        return canRing ? national : null;
    }

    private static @Nullable String withZip(@Nullable String words, @Nullable String postalCode) {
        if (words == null || postalCode == null || !postalCode.matches("[0-9]{5}([^0-9].*|[0-9]{4})?")) {
            return null;
        }
        return words + "|" + postalCode.substring(0, 5);
    }

    private static @Nullable String words(@Nullable String text, Map<String, String> spellings) {
        if (text == null) {
            return null;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replace("&", " AND ")
                .replaceAll("['\u2019`.]", "")
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
        if (plain.isEmpty()) {
            return null;
        }
        return Arrays.stream(plain.split(" "))
                .map(word -> spellings.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
