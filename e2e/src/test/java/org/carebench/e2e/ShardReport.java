package org.carebench.e2e;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a night says of a shard.
 *
 * @param repeated items that a platform gave a second time
 * @param outside items that a platform gave though they lie before what was asked for
 * @param requests that went to the platform until the shard was done
 */
record ShardReport(String platform, long repeated, long outside, long requests) {

    private static final Pattern LINE = Pattern.compile("^ +([a-z]+)-[0-9]\\S* .* accounts: .*"
            + "repeated ([0-9,]+), read before ([0-9,]+); requests so far ([0-9,]+).*$");

    static List<ShardReport> of(Outcome outcome) {
        return outcome.out()
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new ShardReport(
                        line.group(1), number(line.group(2)), number(line.group(3)), number(line.group(4))))
                .toList();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}
