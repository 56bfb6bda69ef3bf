package org.carebench.jobs.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaInstagramPostsTest {

    private static final Instant OBSERVED_AT = Instant.parse("2024-07-01T00:00:00Z");
    private static final String HEADER = "\"Post ID\",\"Account ID\",\"Account username\",\"Account name\",Description,"
            + "\"Duration (sec)\",\"Publish time\",Permalink,\"Post type\",\"Data comment\",Date,Views,Reach,Likes,Shares,"
            + "Follows,Comments,Saves";

    private final MetaInstagramPosts format = new MetaInstagramPosts();
    private final SourceTable posts = SourceTable.of(
                    "Post ID",
                    "Account ID",
                    "Account username",
                    "Account name",
                    "Description",
                    "Duration (sec)",
                    "Publish time",
                    "Permalink",
                    "Post type",
                    "Data comment",
                    "Date",
                    "Views",
                    "Reach",
                    "Likes",
                    "Shares",
                    "Follows",
                    "Comments",
                    "Saves",
                    "Engagement rate")
            .withDefault("Post ID", "17900000000000001")
            .withDefault("Account ID", "17841400000000001")
            .withDefault("Account username", "tauberg")
            .withDefault("Account name", "Tauberg General")
            .withDefault("Description", "Open day")
            .withDefault("Duration (sec)", "31")
            .withDefault("Publish time", "06/20/2024 09:30")
            .withDefault("Permalink", "https://www.instagram.com/reel/AbC/")
            .withDefault("Post type", "IG reel")
            .withDefault("Date", "Lifetime")
            .withDefault("Views", "1,250")
            .withDefault("Reach", "900")
            .withDefault("Likes", "85")
            .withDefault("Shares", "4")
            .withDefault("Follows", "2")
            .withDefault("Comments", "0")
            .withDefault("Saves", "31")
            .withDefault("Engagement rate", "12.5%");

    private final Path folder;

    MetaInstagramPostsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAPostOfAnAccountOfTheCrosswalk() {
        posts.row();

        assertThat(read().records())
                .containsExactly(
                        new AccountLink(
                                "instagram:17841400000000001",
                                "cms:990001",
                                "instagram",
                                "tauberg",
                                LinkEvidence.CANDIDATE,
                                Reading.AS_OF,
                                Reading.SOURCE_ID,
                                2),
                        new PostSnapshot(
                                "instagram:17900000000000001",
                                OBSERVED_AT,
                                "instagram",
                                "instagram:17841400000000001",
                                PostKind.ORIGINAL,
                                Instant.parse("2024-06-20T13:30:00Z"),
                                null,
                                "https://www.instagram.com/reel/AbC/",
                                null,
                                null,
                                null,
                                "IG reel",
                                null,
                                "Open day",
                                0,
                                null,
                                31L,
                                false,
                                reported(1250, "views"),
                                reported(85, "likes"),
                                reported(0, "comments"),
                                reported(4, "shares"),
                                notExported("quotes"),
                                reported(31, "saves"),
                                notExported("impressions"),
                                reported(900, "reach"),
                                notExported("clicks"),
                                Reading.SOURCE_ID,
                                2));
    }

    @Test
    void readsAFileAsItIsExported() throws IOException {
        Path file = Files.writeString(
                folder.resolve("export.csv"),
                "\uFEFF" + HEADER
                        + "\r\n17900000000000002,17841400000000001,tauberg,\"Tauberg General\",\"\"\"Open\"\" day,\r\n"
                        + "write to rosa@post.example\",0,06/20/2024 09:30,https://www.instagram.com/p/DeF/,IG image,,Lifetime,"
                        + "N/A,,\"12,345,678\",4,2,0,31\r\n");

        Reading reading = Exports.read(format, folder, file, Map.of());

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.text()).isEqualTo("\"Open\" day,\r\nwrite to [e-mail]");
            assertThat(post.redactions()).isEqualTo(1);
            assertThat(post.durationSeconds()).isNull();
            assertThat(post.likes()).isEqualTo(reported(12_345_678, "likes"));
            assertThat(post.views()).isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, "instagram.views.v1"));
            assertThat(post.reach()).isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, "instagram.reach.v1"));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Identificador de la publicación | Identificador de la cuenta | Nombre de usuario de la cuenta | Descripción  | Hora de publicación        | Fecha | Total            | Visualizaciones | Alcance    | Me gusta              | Veces que se compartió | Comentarios  | Veces que se guardó
                    Identificação do post           | Identificação da conta     | Nome de usuário da conta       | Descrição    | Horário de publicação      | Data  | Total            | Visualizações   | Alcance    | Curtidas              | Compartilhamentos      | Comentários  | Salvamentos
                    Beitrags-ID                     | Konto-ID                   | Konto-Benutzername             | Beschreibung | Veröffentlichungszeitpunkt | Datum | Gesamte Laufzeit | Aufrufe         | Reichweite | „Gefällt mir“-Angaben | Geteilte Inhalte       | Kommentare   | Gespeicherte Beiträge
                    Identifiant de la publication   | Identifiant du compte      | Nom d’utilisateur du compte    | Description  | Heure de publication       | Date  | À vie            | Vues            | Couverture | Mentions J’aime       | Partages               | Commentaires | Enregistrements
                    """)
    void readsHeadersOfOtherLanguages(
            String postId,
            String accountId,
            String username,
            String description,
            String publishTime,
            String date,
            String lifetime,
            String views,
            String reach,
            String likes,
            String shares,
            String comments,
            String saves) {
        SourceTable table = SourceTable.of(
                        postId,
                        accountId,
                        username,
                        description,
                        publishTime,
                        date,
                        views,
                        reach,
                        likes,
                        shares,
                        comments,
                        saves)
                .row(
                        postId, "17900000000000001",
                        accountId, "17841400000000001",
                        username, "tauberg",
                        description, "Hola",
                        publishTime, "20/06/2024 09:30",
                        date, lifetime,
                        views, "1.250",
                        reach, "900",
                        likes, "85",
                        shares, "4",
                        comments, "5",
                        saves, "6");

        Reading reading = Exports.read(
                format,
                folder,
                table.write(folder.resolve("export.csv")),
                Map.of("date-order", "DMY", "thousands", ".", "zone", "Europe/Madrid"));

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.publishedAt()).isEqualTo(Instant.parse("2024-06-20T07:30:00Z"));
            assertThat(post.text()).isEqualTo("Hola");
            assertThat(post.views()).isEqualTo(reported(1250, "views"));
            assertThat(post.reach()).isEqualTo(reported(900, "reach"));
            assertThat(post.likes()).isEqualTo(reported(85, "likes"));
            assertThat(post.shares()).isEqualTo(reported(4, "shares"));
            assertThat(post.comments()).isEqualTo(reported(5, "comments"));
            assertThat(post.saves()).isEqualTo(reported(6, "saves"));
        });
    }

    @Test
    void refusesAFileWhoseCounterItDoesNotKnow() throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), HEADER.replace("Saves", "Tallennukset") + "\n");

        assertThatThrownBy(() -> Exports.read(format, folder, file, Map.of()))
                .isInstanceOf(SourceFileException.class)
                .hasMessageStartingWith("Cannot read export.csv: its header has no column 'Saves' or ");
    }

    @Test
    void readsImpressionsOfOlderFilesAndNoViews() throws IOException {
        Path file = Files.writeString(
                folder.resolve("export.csv"),
                HEADER.replace("Views", "Impressions")
                        + "\n17900000000000002,17841400000000001,tauberg,T,Hi,0,06/20/2024 09:30,,,,Lifetime,7,6,5,4,3,2,1\n");

        assertThat(Exports.read(format, folder, file, Map.of()).records(PostSnapshot.class))
                .extracting(PostSnapshot::impressions, PostSnapshot::views)
                .containsExactly(tuple(reported(7, "impressions"), notExported("views")));
    }

    @Test
    void storesNoAuthorAndNoAddressOutsideTheCrosswalk() {
        posts.row("Account ID", "17841499999999999", "Account username", "somebody", "Account name", "Somebody");

        assertThat(read().records(AccountLink.class)).isEmpty();
        assertThat(read().records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.accountId()).isNull();
            assertThat(post.permalink()).isNull();
            assertThat(post.toString()).doesNotContainIgnoringCase("somebody", "17841499999999999");
        });
    }

    @Test
    void findsAnAccountByItsNameWhereTheCrosswalkHasNoId() {
        posts.row("Account ID", "17841400000000077", "Account username", "tauberg.general");

        assertThat(read().records(AccountLink.class))
                .extracting(AccountLink::accountId, AccountLink::organizationId)
                .containsExactly(tuple("instagram:17841400000000077", "cms:990002"));
    }

    @Test
    void saysOncePerFileWhoseAccountItIs() {
        posts.row().row("Post ID", "17900000000000002");

        assertThat(read().records(AccountLink.class)).hasSize(1);
        assertThat(read().records(PostSnapshot.class)).hasSize(2);
    }

    @Test
    void takesALinkOnlyFromARowThatLands() {
        posts.row("Likes", "8.5%").row("Post ID", "17900000000000002");

        assertThat(read().records(AccountLink.class))
                .extracting(AccountLink::sourceLine)
                .containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N/A", "n/a", "-", "NA"})
    void takesWhatStandsForNoNumberForNotAvailable(String text) {
        posts.row("Saves", text);

        assertThat(read().records(PostSnapshot.class))
                .extracting(PostSnapshot::saves)
                .containsExactly(Measure.missing(MeasureState.NOT_AVAILABLE, "instagram.saves.v1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Post ID        | 1.79E+16            | INVALID_ID
                    Post ID        | 1,79E+16            | INVALID_ID
                    Post ID        | 17900000000000001.0 | INVALID_ID
                    Post ID        | ''                  | MISSING_VALUE
                    Account ID     | 1.78414E+16         | INVALID_ID
                    Account ID     | ''                  | MISSING_VALUE
                    Publish time   | 20/06/2024 09:30    | UNREADABLE_VALUE
                    Publish time   | 06/20/2024          | UNREADABLE_VALUE
                    Publish time   | 06/20/24 09:30      | UNREADABLE_VALUE
                    Publish time   | 06/20/2024 24:30    | UNREADABLE_VALUE
                    Publish time   | 03/10/2024 02:30    | UNREADABLE_VALUE
                    Publish time   | 07/02/2024 00:00    | VALUE_OUT_OF_RANGE
                    Publish time   | ''                  | MISSING_VALUE
                    Date           | 06/21/2024          | VALUE_OUT_OF_RANGE
                    Duration (sec) | long                | UNREADABLE_VALUE
                    Views          | 1.250               | UNREADABLE_VALUE
                    Views          | 1,25                | UNREADABLE_VALUE
                    Views          | 1.2K                | UNREADABLE_VALUE
                    Reach          | 12.5%               | UNREADABLE_VALUE
                    Likes          | -1                  | VALUE_OUT_OF_RANGE
                    Comments       | 1000000000001       | VALUE_OUT_OF_RANGE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        posts.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, column));
    }

    @Test
    void rejectsASecondRowOfAPost() {
        posts.row().row("Likes", "90");

        assertThat(read().records(PostSnapshot.class)).hasSize(1);
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(3L, ProblemCode.DUPLICATE_ID, "Post ID"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zone       | ''     | the profile names no setting 'zone' for source a-source. Add it under settings.
                    zone       | Mars   | setting 'zone' of source a-source is not a time zone such as America/New_York.
                    date-order | ''     | the profile names no setting 'date-order' for source a-source. Add it under settings.
                    date-order | YMD    | setting 'date-order' of source a-source is neither MDY (month first) nor DMY (day first).
                    thousands  | ;      | setting 'thousands' of source a-source is neither "," nor ".".
                    """)
    void refusesToGuessASetting(String setting, String value, String complaint) {
        Path file = posts.row().write(folder.resolve("export.csv"));

        assertThatThrownBy(() -> Exports.read(format, folder, file, Map.of(setting, value)))
                .isInstanceOf(SourceFileException.class)
                .hasMessage("Cannot read export.csv: " + complaint);
    }

    private Reading read() {
        return Exports.read(format, folder, posts);
    }

    private static Measure reported(long value, String counter) {
        return Measure.reported(value, Precision.EXACT, "instagram." + counter + ".v1");
    }

    private static Measure notExported(String counter) {
        return Measure.missing(MeasureState.NOT_IN_SOURCE, "instagram." + counter + ".v1");
    }
}
