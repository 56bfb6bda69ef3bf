package org.carebench.jobs.platform.mastodon;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carebench.jobs.platform.AccountRef;

/**
 * The name of an account on its home server.
 *
 * @param user name before the at sign
 * @param domain what the name ends with; a server may keep accounts of a domain that is not its own name
 * @param server server that keeps the account
 */
record MastodonName(String user, String domain, String server) {

    private static final Pattern FORM = Pattern.compile("@?([A-Za-z0-9_.-]+)(?:@([A-Za-z0-9.-]+(?::\\d+)?))?");
    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9.-]+(:\\d+)?");

    /** What a roster row means; nothing where it names no server or is no name. */
    static Optional<MastodonName> of(AccountRef account) {
        Matcher matcher = FORM.matcher(account.handle().strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String domain = matcher.group(2);
        String server =
                account.homeServer() == null ? domain : account.homeServer().strip();
        if (server == null || !SERVER.matcher(server).matches()) {
            return Optional.empty();
        }
        String home = server.toLowerCase(Locale.ROOT);
        return Optional.of(
                new MastodonName(matcher.group(1), domain == null ? home : domain.toLowerCase(Locale.ROOT), home));
    }

    String full() {
        return user + "@" + domain;
    }

    /** Whether the server calls the account by this name: without a domain where it is its own. */
    boolean isNamed(String acct) {
        return acct.equalsIgnoreCase(user) || acct.equalsIgnoreCase(full());
    }
}
