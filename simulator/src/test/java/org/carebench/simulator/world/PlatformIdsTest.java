package org.carebench.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformIdsTest {

    private static final Instant AT = Instant.parse("2026-06-30T02:00:00.123Z");
    private static final int LAST_PLACE = PlatformIds.NO_ACCOUNT - 1;
    private static final int LAST_NUMBER = PlatformIds.NUMBERS - 1;

    @ParameterizedTest
    @EnumSource(value = Platform.class, mode = EnumSource.Mode.EXCLUDE, names = "GOOGLE")
    void idsOfPostsAndCommentsTellThePlaceOfTheirAccount(Platform platform) {
        for (int place : new int[] {0, 1, 5999, LAST_PLACE}) {
            String owner = PlatformIds.account(platform, place);
            String post = PlatformIds.post(platform, owner, AT, place, LAST_NUMBER);
            String comment = PlatformIds.comment(platform, owner, post, post, AT, place, LAST_NUMBER);
            String reply = PlatformIds.comment(platform, owner, post, comment, AT, place, LAST_NUMBER);
            assertThat(PlatformIds.placeOf(platform, post)).hasValue(place);
            assertThat(PlatformIds.placeOf(platform, comment)).hasValue(place);
            assertThat(PlatformIds.placeOf(platform, reply)).hasValue(place);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Platform.class, mode = EnumSource.Mode.EXCLUDE, names = "GOOGLE")
    void commentsOfOneAccountInDifferentMillisecondsDiffer(Platform platform) {
        Set<String> ids = new HashSet<>();
        String owner = PlatformIds.account(platform, 7);
        String post = PlatformIds.post(platform, owner, AT, 7, 0);
        for (int millis = 0; millis < 1500; millis++) {
            for (int number : new int[] {0, 1, LAST_NUMBER}) {
                String id = PlatformIds.comment(platform, owner, post, post, AT.plusMillis(millis), 7, number);
                assertThat(ids.add(id)).as(id).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void personsAreFoundByTheirIdAndAccountsAreNoPersons(Platform platform) {
        for (int index : new int[] {0, 1, 499}) {
            assertThat(PlatformIds.personIndex(platform, PlatformIds.person(platform, index), 500))
                    .hasValue(index);
            assertThat(PlatformIds.personIndex(platform, PlatformIds.account(platform, index), 500))
                    .isEmpty();
        }
        assertThat(PlatformIds.personIndex(platform, PlatformIds.person(platform, 500), 500))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void idsThatNobodyGaveFindNothing(Platform platform) {
        World world = Worlds.small();
        for (String id : List.of("", "x", "did:plc:unknown", "urn:li:comment:(", "99999999999999999999", "UC.", "_")) {
            assertThat(world.account(platform, id)).isEmpty();
            assertThat(world.person(platform, id)).isEmpty();
            assertThat(world.post(platform, id, AT)).isEmpty();
            assertThat(world.interaction(platform, id, AT)).isEmpty();
            assertThat(world.discussion(platform, id, AT)).isEmpty();
        }
    }

    @Test
    void idsOfTimeOrderedPlatformsGrowWithTime() {
        for (Platform platform : List.of(Platform.BLUESKY, Platform.MASTODON, Platform.X)) {
            String owner = PlatformIds.account(platform, 1);
            String earlier = PlatformIds.post(platform, owner, AT, 1, LAST_NUMBER);
            String later = PlatformIds.post(platform, owner, AT.plusMillis(1), 1, 0);
            assertThat(later).hasSameSizeAs(earlier).isGreaterThan(earlier);
            assertThat(PlatformIds.writtenAt(platform, earlier)).isEqualTo(AT);
        }
    }
}
