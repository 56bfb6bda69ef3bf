package org.carebench.jobs.source.export;

import static org.carebench.jobs.source.SourceColumn.column;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
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

/** Instagram posts as Meta Business Suite exports them: one row per post, with the counters of its whole life. */
@Component
final class MetaInstagramPosts implements SourceFormat {

    private static final String PLATFORM = "instagram";
    private static final String ACCOUNT_ID = "Account ID";
    private static final String USERNAME = "Account username";
    private static final String LIKES = "Likes";
    private static final String SAVES = "Saves";

    private static final Map<Counter, String> COUNTERS = Map.of(
            Counter.VIEWS, MetaColumns.VIEWS,
            Counter.IMPRESSIONS, MetaColumns.IMPRESSIONS,
            Counter.REACH, MetaColumns.REACH,
            Counter.LIKES, LIKES,
            Counter.SHARES, MetaColumns.SHARES,
            Counter.COMMENTS, MetaColumns.COMMENTS,
            Counter.SAVES, SAVES);

    @Override
    public String name() {
        return "meta-instagram-posts";
    }

    @Override
    public List<SourceColumn> columns() {
        Stream<SourceColumn> own = Stream.of(
                column(
                        ACCOUNT_ID,
                        "Identificador de la cuenta",
                        "Identificação da conta",
                        "Konto-ID",
                        "Identifiant du compte"),
                column(
                        USERNAME,
                        "Nombre de usuario de la cuenta",
                        "Nome de usuário da conta",
                        "Konto-Benutzername",
                        "Nom d’utilisateur du compte",
                        "Nom d'utilisateur du compte"),
                column(LIKES, "Me gusta", "Curtidas", "„Gefällt mir“-Angaben", "Mentions J’aime", "Mentions J'aime"),
                column(
                        SAVES,
                        "Veces que se guardó",
                        "Veces que se ha guardado",
                        "Salvamentos",
                        "Gespeicherte Beiträge",
                        "Enregistrements"));
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
            SourceField id = row.field(MetaColumns.POST_ID);
            String postId = ids.first(id, ExportedIds.digits(id));
            String accountId = ExportedIds.digits(row.field(ACCOUNT_ID));
            @Nullable String username = ExportedText.of(row, USERNAME);
            Instant publishedAt = times.read(row.field(MetaColumns.PUBLISH_TIME));
            MetaColumns.requireWholeLife(row);
            return new ExportedPost(
                    PLATFORM,
                    postId,
                    accounts.find(PLATFORM, accountId, username).orElse(null),
                    username,
                    PostKind.ORIGINAL,
                    publishedAt,
                    ExportedText.of(row, MetaColumns.PERMALINK),
                    ExportedText.of(row, MetaColumns.POST_TYPE),
                    null,
                    ExportedText.of(row, MetaColumns.DESCRIPTION),
                    numbers.seconds(row, MetaColumns.DURATION),
                    numbers.counters(PLATFORM, row, COUNTERS));
        }
    }
}
