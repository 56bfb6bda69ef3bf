package org.carebench.jobs.source.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.source.Redactor;
import org.carebench.jobs.source.Redactor.Redacted;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.jspecify.annotations.Nullable;

/**
 * Makes landing records of exported posts: the post with its counters of the whole life as of the date of the file, and
 * before the first post of an account the providers that it belongs to. Posts of accounts outside the crosswalk land without
 * an author and without an address, which often names one.
 */
final class PostMapper implements RowMapper {

    private final SourceVintage vintage;
    private final Function<SourceRow, ExportedPost> reader;
    private final Instant observedAt;
    private final Captions captions;
    private final AccountLinks links;

    PostMapper(SourceVintage vintage, Function<SourceRow, ExportedPost> reader) {
        this.vintage = vintage;
        this.reader = reader;
        this.observedAt = vintage.asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
        this.captions = new Captions(new Redactor(vintage.setting("phone-region")));
        this.links = new AccountLinks(vintage);
    }

    @Override
    public List<Record> map(SourceRow row) {
        ExportedPost post = reader.apply(row);
        List<Record> records = new ArrayList<>();
        if (post.account() != null) {
            records.addAll(links.first(post.account(), row, post.accountName()));
        }
        records.add(snapshot(post, row.line()));
        return records;
    }

    private PostSnapshot snapshot(ExportedPost post, long line) {
        Redacted title = captions.redact(post.title());
        Redacted text = captions.redact(post.text());
        ProviderAccount account = post.account();
        return new PostSnapshot(
                post.platform() + ":" + post.id(),
                observedAt,
                post.platform(),
                account == null ? null : account.id(),
                post.kind(),
                post.publishedAt(),
                null,
                account == null ? null : post.permalink(),
                null,
                null,
                null,
                post.form(),
                emptyToNull(title.text()),
                emptyToNull(text.text()),
                title.count() + text.count(),
                null,
                post.durationSeconds(),
                false,
                post.counters().get(Counter.VIEWS),
                post.counters().get(Counter.LIKES),
                post.counters().get(Counter.COMMENTS),
                post.counters().get(Counter.SHARES),
                post.counters().get(Counter.QUOTES),
                post.counters().get(Counter.SAVES),
                post.counters().get(Counter.IMPRESSIONS),
                post.counters().get(Counter.REACH),
                post.counters().get(Counter.CLICKS),
                vintage.sourceId(),
                line);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
