package org.carebench.simulator.world;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Ids in the form of each platform. The id of a post or comment holds its time, the place of its account and a number, so
 * that it can be found again without an index of everything ever written.
 */
final class PlatformIds {

    /** Place that stands for public posts that concern no account. */
    static final int NO_ACCOUNT = (1 << 14) - 1;

    /** Numbers within one instant and account are below it: more do not fit between two milliseconds of a TID. */
    static final int NUMBERS = 62;

    private static final String TID_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final long X_EPOCH = 1_288_834_974_657L;
    private static final long MASTODON_EPOCH = 1_451_606_400_000L;
    private static final long INSTAGRAM_EPOCH_SECONDS = 1_577_836_800L;
    private static final long INSTAGRAM_POSTS = 17_900_000_000_000_000L;
    private static final long INSTAGRAM_COMMENTS = 180_000_000_000_000_000L;
    private static final long LINKEDIN_SHARES = 7_000_000_000_000_000_000L;
    private static final long YOUTUBE_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long YOUTUBE_INVERSE = inverse(YOUTUBE_FACTOR);
    private static final long PERSON_MARK = 0x5052L << 40;
    private static final int SHORT_TOKEN = 11;

    private PlatformIds() {}

    // ---- accounts and persons

    static String account(Platform platform, int index) {
        return switch (platform) {
            case BLUESKY ->
                "did:plc:" + base32(Draws.scramble(index + 1L))
                        + base32(Draws.scramble(index + 7777L)).substring(0, 11);
            case MASTODON -> Long.toString(109_300_000_000_000_000L + index * 104_729L);
            case YOUTUBE -> "UC" + token(index + 1L) + token(index + 31L);
            case INSTAGRAM -> Long.toString(17_841_400_000_000_000L + index * 97L + 1);
            case FACEBOOK -> Long.toString(100_000_000_000_000L + index * 37L + 1);
            case X -> Long.toString(2_000_000_000L + index * 1_009L);
            case LINKEDIN -> Long.toString(2_400_000L + index * 13L);
            case TIKTOK -> "7" + String.format(Locale.ROOT, "%018d", index * 1_000_003L + 11);
            case GOOGLE -> "accounts/" + (100_000 + index / 10) + "/locations/" + (500_000 + index);
        };
    }

    static String place(int index) {
        return "ChIJ" + token(index + 1L) + token(index + 99L) + "A";
    }

    static String person(Platform platform, int index) {
        return switch (platform) {
            case BLUESKY -> "did:plc:" + base32(Draws.scramble(PERSON_MARK + index)) + "persons2345";
            case MASTODON -> Long.toString(108_100_000_000_000_000L + index * 7_919L);
            case YOUTUBE -> "UC" + token(PERSON_MARK + index) + "personABCD_";
            case INSTAGRAM -> Long.toString(17_000_000_000_000_000L + index * 89L);
            case FACEBOOK -> Long.toString(7_100_000_000_000_000L + index * 41L);
            case X -> Long.toString(1_100_000_000_000_000L + index * 1_013L);
            case LINKEDIN -> "urn:li:person:" + token(PERSON_MARK + index);
            case TIKTOK -> "6" + String.format(Locale.ROOT, "%018d", index * 1_000_003L + 5);
            case GOOGLE -> "1" + String.format(Locale.ROOT, "%020d", index * 7_919L);
        };
    }

    /** Index of a person by its id, in each form. */
    static OptionalInt personIndex(Platform platform, String id, int persons) {
        OptionalLong index = switch (platform) {
            case BLUESKY ->
                id.length() == 32 && id.startsWith("did:plc:")
                        ? unmarked(unscramble(unbase32(id.substring(8, 21))))
                        : OptionalLong.empty();
            case YOUTUBE ->
                id.length() == 24 && id.startsWith("UC")
                        ? unmarked(untoken(id.substring(2, 13)))
                        : OptionalLong.empty();
            case LINKEDIN ->
                id.startsWith("urn:li:person:") && id.length() == 14 + SHORT_TOKEN
                        ? unmarked(untoken(id.substring(14)))
                        : OptionalLong.empty();
            case MASTODON -> stepped(id, 108_100_000_000_000_000L, 7_919L);
            case INSTAGRAM -> stepped(id, 17_000_000_000_000_000L, 89L);
            case FACEBOOK -> stepped(id, 7_100_000_000_000_000L, 41L);
            case X -> stepped(id, 1_100_000_000_000_000L, 1_013L);
            case TIKTOK -> id.startsWith("6") ? stepped(id.substring(1), 5, 1_000_003L) : OptionalLong.empty();
            case GOOGLE -> id.startsWith("1") ? stepped(id.substring(1), 0, 7_919L) : OptionalLong.empty();
        };
        if (index.isEmpty() || index.getAsLong() < 0 || index.getAsLong() >= persons) {
            return OptionalInt.empty();
        }
        int found = (int) index.getAsLong();
        return person(platform, found).equals(id) ? OptionalInt.of(found) : OptionalInt.empty();
    }

    private static OptionalLong unmarked(long value) {
        return value >= PERSON_MARK ? OptionalLong.of(value - PERSON_MARK) : OptionalLong.empty();
    }

    private static OptionalLong stepped(String digits, long base, long step) {
        OptionalLong value = number(digits);
        return value.isPresent() ? OptionalLong.of((value.getAsLong() - base) / step) : OptionalLong.empty();
    }

    // ---- posts and what is written under them

    /**
     * Id of a post.
     *
     * @param owner stable id of who wrote it
     * @param place index of the account that it concerns, or {@link #NO_ACCOUNT}
     * @param number below {@link #NUMBERS}
     */
    static String post(Platform platform, String owner, Instant appearedAt, int place, int number) {
        long millis = appearedAt.toEpochMilli();
        return switch (platform) {
            case BLUESKY -> "at://" + owner + "/app.bsky.feed.post/" + tid(millis, place, number);
            case MASTODON -> Long.toString(((millis - MASTODON_EPOCH) << 20) | marks(place, number));
            case YOUTUBE -> token(snowflake(millis, place, number));
            case INSTAGRAM ->
                Long.toString(
                        INSTAGRAM_POSTS + (((millis / 1000 - INSTAGRAM_EPOCH_SECONDS) << 20) | marks(place, number)));
            case FACEBOOK -> owner + "_" + snowflake(millis, place, number);
            case X -> Long.toString(((millis - X_EPOCH) << 22) | marks(place, number));
            case LINKEDIN ->
                "urn:li:share:" + (LINKEDIN_SHARES + (((millis - MASTODON_EPOCH) << 20) | marks(place, number)));
            case TIKTOK -> Long.toString(((millis / 1000) << 32) | ((millis % 1000) << 20) | marks(place, number));
            case GOOGLE -> throw new IllegalArgumentException("Cannot give a post of google an id: it has no posts");
        };
    }

    /** Id of a comment or of an answer to one. */
    static String comment(
            Platform platform,
            String author,
            String postId,
            String parentId,
            Instant createdAt,
            int place,
            int number) {
        long millis = createdAt.toEpochMilli();
        return switch (platform) {
            case BLUESKY, MASTODON, X, TIKTOK -> post(platform, author, createdAt, place, number);
            case YOUTUBE ->
                parentId.equals(postId)
                        ? "Ugx" + token(snowflake(millis, place, number)) + "AaABAg"
                        : parentId.substring(0, 3 + SHORT_TOKEN + 6) + "." + token(snowflake(millis, place, number));
            case INSTAGRAM ->
                Long.toString(INSTAGRAM_COMMENTS
                        + (((millis - INSTAGRAM_EPOCH_SECONDS * 1000) << 20) | marks(place, number)));
            case FACEBOOK -> postId.substring(postId.indexOf('_') + 1) + "_" + snowflake(millis, place, number);
            case LINKEDIN -> "urn:li:comment:(" + postId + "," + snowflake(millis, place, number) + ")";
            case GOOGLE -> throw new IllegalArgumentException("Cannot give a comment of google an id: it has none");
        };
    }

    static String review(Instant createdAt, int place, int number) {
        return "AbFv" + token(snowflake(createdAt.toEpochMilli(), place, number));
    }

    /** Place of the account that a post, comment or review concerns; empty for ids that this world does not give. */
    static OptionalInt placeOf(Platform platform, String id) {
        OptionalLong number = switch (platform) {
            case BLUESKY -> tidMarks(id);
            case MASTODON, INSTAGRAM, X, TIKTOK -> number(id);
            case YOUTUBE -> youtubeNumber(id);
            case FACEBOOK -> number(id.substring(id.lastIndexOf('_') + 1));
            case LINKEDIN -> linkedinNumber(id);
            case GOOGLE ->
                id.startsWith("AbFv") && id.length() == 4 + SHORT_TOKEN
                        ? OptionalLong.of(untoken(id.substring(4)))
                        : OptionalLong.empty();
        };
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        long marks = number.getAsLong();
        if (platform == Platform.LINKEDIN && marks >= LINKEDIN_SHARES) {
            marks -= LINKEDIN_SHARES;
        }
        if (platform == Platform.INSTAGRAM) {
            marks -= marks >= INSTAGRAM_COMMENTS ? INSTAGRAM_COMMENTS : INSTAGRAM_POSTS;
        }
        return OptionalInt.of((int) (marks >>> 6) & NO_ACCOUNT);
    }

    /** When something that concerns no account was written, for platforms that have such posts. */
    static Instant writtenAt(Platform platform, String id) {
        return switch (platform) {
            case BLUESKY -> Instant.ofEpochMilli((tidValue(id) >>> 10) / 1000);
            case MASTODON -> Instant.ofEpochMilli((number(id).orElse(0) >>> 20) + MASTODON_EPOCH);
            case X -> Instant.ofEpochMilli((number(id).orElse(0) >>> 22) + X_EPOCH);
            default -> Instant.ofEpochMilli(youtubeNumber(id).orElse(0) >>> 20);
        };
    }

    private static long marks(int place, int number) {
        return ((long) place << 6) | number;
    }

    private static long snowflake(long millis, int place, int number) {
        return (millis << 20) | marks(place, number);
    }

    /** Microseconds and clock id: the microseconds below the millisecond and the clock id hold place and number. */
    private static String tid(long millis, int place, int number) {
        long marks = (long) place * NUMBERS + number;
        long micros = millis * 1000 + (marks >>> 10);
        long value = (micros << 10) | (marks & 1023);
        return base32(value);
    }

    private static long tidValue(String uri) {
        return unbase32(uri.substring(uri.lastIndexOf('/') + 1));
    }

    private static OptionalLong tidMarks(String uri) {
        if (uri.length() - uri.lastIndexOf('/') - 1 != 13) {
            return OptionalLong.empty();
        }
        long value = tidValue(uri);
        long marks = (((value >>> 10) % 1000) << 10) | (value & 1023);
        return OptionalLong.of(marks(Math.toIntExact(marks / NUMBERS) & NO_ACCOUNT, (int) (marks % NUMBERS)));
    }

    private static OptionalLong youtubeNumber(String id) {
        String token = id.contains(".")
                ? id.substring(id.indexOf('.') + 1)
                : id.startsWith("Ugx") && id.length() == 3 + SHORT_TOKEN + 6 ? id.substring(3, 3 + SHORT_TOKEN) : id;
        return token.length() == SHORT_TOKEN ? OptionalLong.of(untoken(token)) : OptionalLong.empty();
    }

    private static OptionalLong linkedinNumber(String id) {
        if (id.startsWith("urn:li:comment:(")) {
            return number(id.substring(id.lastIndexOf(',') + 1).replace(")", ""));
        }
        return id.startsWith("urn:li:share:") ? number(id.substring(13)) : OptionalLong.empty();
    }

    private static OptionalLong number(String digits) {
        if (digits.isEmpty() || digits.length() > 20 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        BigInteger value = new BigInteger(digits);
        return value.bitLength() > 63 ? OptionalLong.empty() : OptionalLong.of(value.longValue());
    }

    // ---- letters

    private static String token(long value) {
        byte[] bytes = ByteBuffer.allocate(8).putLong(value * YOUTUBE_FACTOR).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static long untoken(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return bytes.length == 8 ? ByteBuffer.wrap(bytes).getLong() * YOUTUBE_INVERSE : 0;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private static String base32(long value) {
        StringBuilder text = new StringBuilder(13);
        for (int shift = 60; shift >= 0; shift -= 5) {
            text.append(TID_ALPHABET.charAt((int) (value >>> shift) & 31));
        }
        return text.toString();
    }

    private static long unbase32(String text) {
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            value = (value << 5) | Math.max(0, TID_ALPHABET.indexOf(text.charAt(i)));
        }
        return value;
    }

    /** Undoes {@link Draws#scramble}. */
    private static long unscramble(long value) {
        long mixed = value ^ (value >>> 31) ^ (value >>> 62);
        mixed *= inverse(0x94D049BB133111EBL);
        mixed = mixed ^ (mixed >>> 27) ^ (mixed >>> 54);
        mixed *= inverse(0xBF58476D1CE4E5B9L);
        return mixed ^ (mixed >>> 30) ^ (mixed >>> 60);
    }

    /** Inverse of an odd number modulo 2^64. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
