package org.carebench.jobs.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaFacebookPostsTest {

    private final MetaFacebookPosts format = new MetaFacebookPosts();
    private final SourceTable posts = SourceTable.of(
                    "Post ID",
                    "Page ID",
                    "Page name",
                    "Title",
                    "Description",
                    "Duration (sec)",
                    "Publish time",
                    "Caption type",
                    "Permalink",
                    "Is crosspost",
                    "Is share",
                    "Post type",
                    "Languages",
                    "Custom labels",
                    "Funded content status",
                    "Data comment",
                    "Date",
                    "Views",
                    "Reach",
                    "Reactions, Comments and Shares",
                    "Reactions",
                    "Comments",
                    "Shares",
                    "Total clicks",
                    "Other Clicks",
                    "Estimated earnings (USD)")
            .withDefault("Post ID", "122158000000000001")
            .withDefault("Page ID", "100000000000001")
            .withDefault("Page name", "Tauberg General")
            .withDefault("Title", "Open day")
            .withDefault("Description", "Come and see.")
            .withDefault("Duration (sec)", "0")
            .withDefault("Publish time", "06/20/2024 09:30")
            .withDefault("Permalink", "https://www.facebook.com/1/posts/pfbid02a")
            .withDefault("Post type", "Photos")
            .withDefault("Date", "Lifetime")
            .withDefault("Views", "1,250")
            .withDefault("Reach", "900")
            .withDefault("Reactions, Comments and Shares", "41")
            .withDefault("Reactions", "31")
            .withDefault("Comments", "6")
            .withDefault("Shares", "4")
            .withDefault("Total clicks", "17")
            .withDefault("Other Clicks", "9");

    private final Path folder;

    MetaFacebookPostsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAPostOfAPageOfTheCrosswalk() {
        posts.row();

        assertThat(read().records(AccountLink.class))
                .extracting(AccountLink::accountId, AccountLink::organizationId, AccountLink::displayName)
                .containsExactly(
                        tuple("facebook:100000000000001", "cms:990001", "Tauberg General"),
                        tuple("facebook:100000000000001", "cms:990003", "Tauberg General"));
        assertThat(read().records(PostSnapshot.class))
                .containsExactly(new PostSnapshot(
                        "facebook:100000000000001_122158000000000001",
                        Instant.parse("2024-07-01T00:00:00Z"),
                        "facebook",
                        "facebook:100000000000001",
                        PostKind.ORIGINAL,
                        Instant.parse("2024-06-20T13:30:00Z"),
                        null,
                        "https://www.facebook.com/1/posts/pfbid02a",
                        null,
                        null,
                        null,
                        "Photos",
                        "Open day",
                        "Come and see.",
                        0,
                        null,
                        null,
                        false,
                        reported(1250, "views"),
                        reported(31, "likes"),
                        reported(6, "comments"),
                        reported(4, "shares"),
                        notExported("quotes"),
                        notExported("saves"),
                        notExported("impressions"),
                        reported(900, "reach"),
                        reported(17, "clicks"),
                        Reading.SOURCE_ID,
                        2));
    }

    @Test
    void readsAFileWithoutTheColumnsThatVary() throws IOException {
        Path file = Files.writeString(
                folder.resolve("export.csv"),
                "\uFEFF\"Identificador de la publicación\",\"Identificador de la página\",\"Nombre de la página\",Título,"
                        + "Descripción,\"Hora de publicación\",Alcance,Reacciones,Comentarios,\"Veces que se compartió\"\n"
                        + "122158000000000001,100000000000001,Tauberg,Hola,,06/20/2024 09:30,1,2,3,4\n");

        Reading reading = Exports.read(format, folder, file, Map.of());

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.title()).isEqualTo("Hola");
            assertThat(post.text()).isNull();
            assertThat(post.permalink()).isNull();
            assertThat(post.contentForm()).isNull();
            assertThat(post.likes()).isEqualTo(reported(2, "likes"));
            assertThat(post.clicks()).isEqualTo(notExported("clicks"));
            assertThat(post.views()).isEqualTo(notExported("views"));
        });
    }

    @Test
    void knowsAPostAgainWhoseAddressAndCountersHaveChanged() throws IOException {
        Path first = posts.row().write(folder.resolve("first.csv"));
        Path again = Files.writeString(
                folder.resolve("again.csv"),
                Files.readString(first).replace("pfbid02a", "pfbid02b").replace(",31,", ",35,"));

        assertThat(Exports.read(format, folder, first, Map.of()).records(PostSnapshot.class))
                .extracting(PostSnapshot::postId, PostSnapshot::likes)
                .containsExactly(tuple("facebook:100000000000001_122158000000000001", reported(31, "likes")));
        assertThat(Exports.read(format, folder, again, Map.of()).records(PostSnapshot.class))
                .extracting(PostSnapshot::postId, PostSnapshot::likes)
                .containsExactly(tuple("facebook:100000000000001_122158000000000001", reported(35, "likes")));
    }

    @Test
    void takesAnIdThatHoldsThePageAsItIs() {
        posts.row("Post ID", "100000000000001_122158000000000001");

        assertThat(read().records(PostSnapshot.class))
                .extracting(PostSnapshot::postId)
                .containsExactly("facebook:100000000000001_122158000000000001");
    }

    @Test
    void makesStyledLettersPlainAndRedactsWhatTheyHide() {
        posts.row(
                "Title",
                "𝗢𝗽𝗲𝗻 𝘿𝙖𝙮 ½ ✨",
                "Description",
                "𝗥𝗼𝘀𝗮: 𝗿𝗼𝘀𝗮@𝗽𝗼𝘀𝘁.𝗲𝘅𝗮𝗺𝗽𝗹𝗲, 𝘁𝗲𝗹 𝟮𝟬𝟱-𝟱𝟱𝟱-𝟬𝟭𝟮𝟯");

        assertThat(read().records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.title()).isEqualTo("Open Day ½ ✨");
            assertThat(post.text()).isEqualTo("Rosa: [e-mail], tel [phone]");
            assertThat(post.redactions()).isEqualTo(2);
        });
    }

    @Test
    void storesNoPageOutsideTheCrosswalk() {
        posts.row("Page ID", "100000000000099", "Page name", "Somebody");

        assertThat(read().records(AccountLink.class)).isEmpty();
        assertThat(read().records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.accountId()).isNull();
            assertThat(post.permalink()).isNull();
            assertThat(post.toString()).doesNotContain("Somebody");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Post ID      | 1.22158E+17            | INVALID_ID
                    Post ID      | pfbid02a               | INVALID_ID
                    Post ID      | 100000000000002_122158 | CONTRADICTION
                    Post ID      | ''                     | MISSING_VALUE
                    Page ID      | 1E+14                  | INVALID_ID
                    Publish time | 2024-06-20T09:30:00Z   | UNREADABLE_VALUE
                    Date         | 2024-06-20             | VALUE_OUT_OF_RANGE
                    Reactions    | 31%                    | UNREADABLE_VALUE
                    Total clicks | 1 2                    | UNREADABLE_VALUE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        posts.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, column));
    }

    @Test
    void rejectsASecondRowOfAPostAndKeepsEqualNumbersOfDifferentPages() {
        posts.row().row("Post ID", "100000000000001_122158000000000001").row("Page ID", "100000000000099");

        assertThat(read().records(PostSnapshot.class))
                .extracting(PostSnapshot::postId)
                .containsExactly(
                        "facebook:100000000000001_122158000000000001", "facebook:100000000000099_122158000000000001");
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(3L, ProblemCode.DUPLICATE_ID, "Post ID"));
    }

    private Reading read() {
        return Exports.read(format, folder, posts);
    }

    private static Measure reported(long value, String counter) {
        return Measure.reported(value, Precision.EXACT, "facebook." + counter + ".v1");
    }

    private static Measure notExported(String counter) {
        return Measure.missing(MeasureState.NOT_IN_SOURCE, "facebook." + counter + ".v1");
    }
}
