package org.carebench.jobs.source.export;

import static org.carebench.jobs.source.SourceColumn.column;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.jobs.source.UniqueIds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts of Facebook Pages as Meta Business Suite exports them: one row per post, with the counters of its whole life. Posts
 * are known by their id: the address of the same post differs between two exports. The columns at the end vary.
 */
@Component
final class MetaFacebookPosts implements SourceFormat {

    private static final String PLATFORM = "facebook";
    private static final String PAGE_ID = "Page ID";
    private static final String PAGE_NAME = "Page name";
    private static final String TITLE = "Title";
    private static final String REACTIONS = "Reactions";
    private static final String CLICKS = "Total clicks";

    private static final Map<Counter, String> COUNTERS = Map.of(
            Counter.VIEWS, MetaColumns.VIEWS,
            Counter.IMPRESSIONS, MetaColumns.IMPRESSIONS,
            Counter.REACH, MetaColumns.REACH,
            Counter.LIKES, REACTIONS,
            Counter.COMMENTS, MetaColumns.COMMENTS,
            Counter.SHARES, MetaColumns.SHARES,
            Counter.CLICKS, CLICKS);

    @Override
    public String name() {
        return "meta-facebook-posts";
    }

    @Override
    public List<SourceColumn> columns() {
        Stream<SourceColumn> own = Stream.of(
                column(PAGE_ID, "Identificador de la página", "Identificação da Página", "Seiten-ID", "ID de la Page"),
                column(
                        PAGE_NAME,
                        "Nombre de la página",
                        "Nome da Página",
                        "Seitenname",
                        "Nom de la Page",
                        "Nom de la page"),
                column(TITLE, "Título", "Titel", "Titre"),
                column(REACTIONS, "Reacciones", "Reações", "Reaktionen", "Réactions"),
                column(CLICKS, "Total de clics", "Total de cliques", "Klicks insgesamt", "Total des clics")
                        .optional());
        return Stream.concat(MetaColumns.SHARED.stream(), own).toList();
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(AccountLink.class, PostSnapshot.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        return new PostMapper(vintage, new Reader(vintage)::post);
    }

    private static final class Reader {

        private final AccountCrosswalk accounts;
        private final PublishTimes times;
        private final ExportedNumbers numbers;
        private final UniqueIds ids = new UniqueIds();

        Reader(SourceVintage vintage) {
            this.accounts = AccountCrosswalk.of(vintage);
            this.times = PublishTimes.of(vintage);
            this.numbers = ExportedNumbers.of(vintage);
        }

        ExportedPost post(SourceRow row) {
            String pageId = ExportedIds.digits(row.field(PAGE_ID));
            SourceField id = row.field(MetaColumns.POST_ID);
            String postId = ids.first(id, postId(id, pageId));
            @Nullable String pageName = ExportedText.of(row, PAGE_NAME);
            Instant publishedAt = times.read(row.field(MetaColumns.PUBLISH_TIME));
            MetaColumns.requireWholeLife(row);
            return new ExportedPost(
                    PLATFORM,
                    postId,
                    accounts.find(PLATFORM, pageId, pageName).orElse(null),
                    pageName,
                    PostKind.ORIGINAL,
                    publishedAt,
                    ExportedText.of(row, MetaColumns.PERMALINK),
                    ExportedText.of(row, MetaColumns.POST_TYPE),
                    ExportedText.of(row, TITLE),
                    ExportedText.of(row, MetaColumns.DESCRIPTION),
                    numbers.seconds(row, MetaColumns.DURATION),
                    numbers.counters(PLATFORM, row, COUNTERS));
        }

        private static String postId(SourceField id, String pageId) {
            String postId = ExportedIds.facebookPost(id, pageId);
            if (!postId.startsWith(pageId + "_")) {
                throw id.rejected(ProblemCode.CONTRADICTION, "names another Page than column '" + PAGE_ID + "'");
            }
            return postId;
        }
    }
}
