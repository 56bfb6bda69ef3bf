package org.carebench.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.lake.CollectionState.PostState;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.MissingCredentialException;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PlatformSettings;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardCollectorTest {

    private final FakePlatform platform = new FakePlatform();
    private final Nights nights;

    ShardCollectorTest(@TempDir Path lake) {
        this.nights = new Nights(lake, platform);
    }

    @Nested
    class Landing {

        @Test
        void landsAccountsPostsAndCommentsUnderThePermanentId() {
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 7, 1);
            platform.comment("p1", "c1", "person-1", "Thank you");

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.row("account_snapshot", "account_id", "fake:id-oak"))
                    .containsEntry("handle", "oak")
                    .containsEntry("status", "ACTIVE")
                    .containsEntry("followers", 100L)
                    .containsEntry("views_total_state", "NOT_IN_SOURCE");
            assertThat(night.row("post_snapshot", "post_id", "fake:p1"))
                    .containsEntry("account_id", "fake:id-oak")
                    .containsEntry("likes", 7L)
                    .containsEntry("is_removed", false)
                    .containsEntry("observed_at", Instant.parse("2026-06-03T02:00:00Z"));
            assertThat(night.row("interaction", "interaction_id", "fake:c1"))
                    .containsEntry("post_id", "fake:p1")
                    .containsEntry("is_by_owner", false);
            assertThat(night.row("account_link", "account_id", "fake:id-oak"))
                    .containsEntry("organization_id", "cms:oak")
                    .containsEntry("evidence", "VERIFIED");
        }

        @Test
        void redactsTextsAndKeepsNoAuthor() {
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 7, 1, PostKind.ORIGINAL, "Call 212-555-0142 today");
            platform.comment("p1", "c1", "person-1", "write to ann.moor@example.org");

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.landed().toString()).doesNotContain("212-555-0142", "ann.moor", "person-1");
            assertThat(night.row("post_snapshot", "post_id", "fake:p1")).containsEntry("redactions", 1);
            assertThat(String.valueOf(night.row("interaction", "interaction_id", "fake:c1")
                            .get("author_pseudonym")))
                    .matches("[0-9a-f]{64}");
        }

        @Test
        void givesTheSameAuthorTheSamePseudonymAndAnIdToWhatHasNone() {
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 7, 2);
            platform.comment("p1", null, "person-1", "one");
            platform.comment("p1", null, "person-1", "two");

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.values("interaction", "author_pseudonym").stream().distinct())
                    .hasSize(1);
            assertThat(night.values("interaction", "interaction_id").stream().distinct())
                    .hasSize(2);
            assertThat(night.values("interaction", "has_synthetic_id")).containsOnly(true);
        }

        @Test
        void keepsNoIdThatNamesAPersonButKeepsItsThreadsTogether() {
            platform.idsNameAuthors = true;
            platform.post("oak", "id-oak/p1", "2026-06-01T10:00:00Z", 7, 2);
            platform.comment("id-oak/p1", "person-1/c1", "person-1", "one");

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.landed().toString()).doesNotContain("person-1");
            assertThat(night.rows("interaction"))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("post_id", "fake:id-oak/p1")
                            .containsEntry("parent_id", "fake:id-oak/p1"));
            assertThat(String.valueOf(night.rows("interaction").get(0).get("interaction_id")))
                    .matches("fake:[0-9a-f]{64}");
        }

        @Test
        void landsInTheOrderOfTheRosterHoweverManyThreadsRead() {
            for (int i = 0; i < 30; i++) {
                nights.account("h" + i);
                platform.post("h" + i, "p" + i, "2026-06-01T10:00:00Z", i, 0);
            }

            Nights.Night night = nights.concurrency(8).night("2026-06-02");

            assertThat(night.values("post_snapshot", "post_id"))
                    .containsExactlyElementsOf(IntStream.range(0, 30)
                            .mapToObj(i -> (Object) ("fake:p" + i))
                            .toList());
        }

        @Test
        void dropsWhatALaterPageRepeats() {
            for (int i = 0; i < 5; i++) {
                platform.post("oak", "p" + i, "2026-06-01T10:00:0" + i + "Z", i, 0);
            }
            platform.overlapsPages = true;

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.values("post_snapshot", "post_id")).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Nested
    class OneBadItemCostsOnlyItself {

        @Test
        void findsTheAccountForWhichAPlatformRefusesAWholeBatch() {
            platform.refusedInBatches.add("bad");
            nights.account("oak").account("bad").account("elm");

            Nights.Night night = nights.night("2026-06-02");

            assertThat(night.coverage("oak", DataFamily.ACCOUNT)).isEqualTo("COMPLETE null");
            assertThat(night.coverage("elm", DataFamily.POSTS)).isEqualTo("COMPLETE null");
            assertThat(night.coverage("bad", DataFamily.ACCOUNT)).isEqualTo("FAILED BAD_REQUEST");
            assertThat(night.coverage("bad", DataFamily.POSTS)).isEqualTo("FAILED BAD_REQUEST");
            assertThat(night.values("problem", "code")).containsExactly("BAD_REQUEST");
        }

        @Test
        void keepsAnUnreadableAccountOnRecordWithoutZeros() {
            platform.failures.put("account gone", FakePlatform.failure(ProblemCode.GONE));

            Nights.Night night = nights.account("gone").night("2026-06-02");

            assertThat(night.row("account_snapshot", "account_id", "fake:@gone"))
                    .containsEntry("status", "NOT_FOUND")
                    .containsEntry("followers", null)
                    .containsEntry("followers_state", "NOT_AVAILABLE");
        }

        @Test
        void readsNothingMoreOfASuspendedAccount() {
            platform.statuses.put("oak", AccountStatus.SUSPENDED);
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 7, 0);

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(platform.callsOf("posts")).isEmpty();
            assertThat(night.coverage("oak", DataFamily.POSTS)).isEqualTo("FAILED GONE");
            assertThat(night.row("account_snapshot", "account_id", "fake:id-oak"))
                    .containsEntry("status", "SUSPENDED");
        }

        @Test
        void survivesADefectOfTheConnector() {
            platform.failures.put("posts bad from 0", new IllegalStateException("text of a patient"));
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 7, 0);

            Nights.Night night = nights.account("bad").account("oak").night("2026-06-02");

            assertThat(night.coverage("bad", DataFamily.POSTS)).isEqualTo("FAILED CONTRACT_DRIFT");
            assertThat(night.values("post_snapshot", "post_id")).containsExactly("fake:p1");
            assertThat(night.landed().toString()).doesNotContain("text of a patient");
        }

        @Test
        void saysSoWhereACredentialIsMissing() {
            platform.failures.put("accounts oak", new MissingCredentialException("alias"));

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.coverage("oak", DataFamily.ACCOUNT)).isEqualTo("FAILED AUTH_REVOKED");
        }

        @Test
        void leavesOutAnItemThatCannotBeReadWithAProblem() {
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 7, 0);
            platform.post("oak", "p2", "2026-06-01T11:00:00Z", 7, 0);
            platform.brokenItems.add("p1");

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.values("post_snapshot", "post_id")).containsExactly("fake:p2");
            assertThat(night.row("problem", "code", "INCOMPLETE_RECORD"))
                    .containsEntry("post_id", "fake:p1")
                    .containsEntry("is_rejected", true);
            assertThat(night.coverage("oak", DataFamily.POSTS)).isEqualTo("LIMITED INCOMPLETE_RECORD");
        }

        @Test
        void saysOnceThatACounterCannotBeRead() {
            platform.unreadableLikes = true;
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 7, 0);
            platform.post("oak", "p2", "2026-06-01T11:00:00Z", 7, 0);

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.values("post_snapshot", "likes_state")).containsExactly("UNREADABLE", "UNREADABLE");
            assertThat(night.rows("problem"))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("code", "CONTRACT_DRIFT")
                            .containsEntry("family", "POSTS"));
            assertThat(night.coverage("oak", DataFamily.POSTS)).isEqualTo("LIMITED CONTRACT_DRIFT");
        }

        @Test
        void doesNotTakeAnotherAccountForOneWhoseNameItTookOver() {
            nights.account("oak").night("2026-06-02");
            platform.stableIds.put("oak", "somebody-else");

            Nights.Night night = nights.night("2026-06-03");

            assertThat(night.coverage("oak", DataFamily.ACCOUNT)).isEqualTo("FAILED RENAMED_OR_GONE");
            assertThat(night.values("account_snapshot", "account_id")).containsExactly("fake:id-oak");
        }

        @Test
        void readsARenamedAccountAndSaysSo() {
            platform.answersAs.put("oak", "oak-clinic");
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 7, 0);

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.row("account_snapshot", "account_id", "fake:id-oak"))
                    .containsEntry("status", "RENAMED")
                    .containsEntry("handle", "oak-clinic");
            assertThat(night.values("problem", "code")).containsExactly("RENAMED");
            assertThat(night.values("post_snapshot", "post_id")).containsExactly("fake:p1");
        }
    }

    @Nested
    class WhatIsNotOffered {

        @Test
        void isRecordedAndNeverAskedFor() {
            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.coverage("oak", DataFamily.REVIEWS))
                    .isEqualTo("NOT_OFFERED the platform has no such data");
            assertThat(night.coverage("oak", DataFamily.MENTIONS)).isEqualTo("LIMITED the last seven days");
        }

        @Test
        void staysNotOfferedWhereTheAccountFails() {
            platform.failures.put("account oak", FakePlatform.failure(ProblemCode.GONE));

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.coverage("oak", DataFamily.REVIEWS)).startsWith("NOT_OFFERED");
        }
    }

    @Nested
    class FromNightToNight {

        @Test
        void stopsListingBehindTheOverlap() {
            for (int day = 10; day < 30; day++) {
                platform.post("oak", "p" + day, "2026-06-" + day + "T10:00:00Z", 1, 0);
            }
            nights.account("oak").night("2026-06-29");
            platform.calls.clear();

            nights.night("2026-06-30");

            // Newest post of the 29th, three days of overlap, pages of two: 29 28 | 27 26 | 25 24 is behind.
            assertThat(platform.callsOf("posts"))
                    .containsExactly("posts oak from 0", "posts oak from 2", "posts oak from 4");
        }

        @Test
        void listsEverythingOnceAWeekAndSoFindsPostsThatWereDatedBack() {
            for (int day = 10; day < 30; day++) {
                platform.post("oak", "p" + day, "2026-06-" + day + "T10:00:00Z", 1, 0);
            }
            nights.account("oak").night("2026-06-29");
            platform.post("oak", "dated-back", "2026-06-11T10:00:00Z", 1, 0);

            for (String day :
                    List.of("2026-06-30", "2026-07-01", "2026-07-02", "2026-07-03", "2026-07-04", "2026-07-05")) {
                assertThat(nights.night(day).values("post_snapshot", "post_id")).doesNotContain("fake:dated-back");
            }
            assertThat(nights.night("2026-07-06").values("post_snapshot", "post_id"))
                    .contains("fake:dated-back");
        }

        @Test
        void readsCountersAgainAtTheAgesOfTheLadder() {
            nights.account("oak");
            List<Integer> observedOn = new ArrayList<>();
            for (int day = 1; day <= 30; day++) {
                String date = "2026-06-%02d".formatted(day);
                platform.post("oak", "p" + day, date + "T10:00:00Z", 1, 0);
                if (nights.night(date).values("post_snapshot", "post_id").contains("fake:p1")) {
                    observedOn.add(day);
                }
            }

            // Daily to the age of 7, then 14 and 28; the 22nd is a weekly full listing, as are the 8th, 15th and 29th.
            assertThat(observedOn).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 15, 22, 29);
            assertThat(platform.callsOf("refresh")).anyMatch(call -> call.contains("p1"));
            assertThat(nights.remembered("oak").posts())
                    .extracting(PostState::postId)
                    .contains("p3", "p30")
                    .doesNotContain("p1");
        }

        @Test
        void takesAPostForGoneAfterTwoAbsences() {
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 1, 0);
            platform.post("oak", "p2", "2026-06-01T11:00:00Z", 1, 0);
            nights.account("oak").night("2026-06-01");
            platform.delete("oak", "p1");

            Nights.Night first = nights.night("2026-06-02");
            assertThat(first.values("post_snapshot", "post_id")).containsExactly("fake:p2");
            assertThat(nights.remembered("oak").posts())
                    .filteredOn(post -> post.postId().equals("p1"))
                    .extracting(PostState::absences)
                    .containsExactly(1);

            Nights.Night second = nights.night("2026-06-03");
            assertThat(second.row("post_snapshot", "post_id", "fake:p1"))
                    .containsEntry("is_removed", true)
                    .containsEntry("likes", null)
                    .containsEntry("likes_state", "NOT_AVAILABLE");
            assertThat(nights.night("2026-06-04").values("post_snapshot", "post_id"))
                    .doesNotContain("fake:p1");
        }

        @Test
        void forgetsAnAbsenceWhenThePostIsBack() {
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 1, 0);
            nights.account("oak").night("2026-06-01");
            platform.delete("oak", "p1");
            nights.night("2026-06-02");
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 1, 0);

            nights.night("2026-06-03");

            assertThat(nights.remembered("oak").posts())
                    .singleElement()
                    .extracting(PostState::absences)
                    .isEqualTo(0);
        }

        @Test
        void countsNoAbsenceWhereThePlatformFailed() {
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 1, 0);
            nights.account("oak").night("2026-06-01");
            platform.failures.put("posts oak from 0", FakePlatform.failure(ProblemCode.TRANSIENT));
            platform.failures.put("refresh p1", FakePlatform.failure(ProblemCode.TRANSIENT));

            nights.night("2026-06-02");

            assertThat(nights.remembered("oak").posts())
                    .singleElement()
                    .extracting(PostState::absences)
                    .isEqualTo(0);
        }

        @Test
        void noticesAbsenceInTheListingWhereSinglePostsCannotBeAskedFor() {
            platform.capabilities = CapabilityMatrix.matrix()
                    .both(DataFamily.ACCOUNT, Capability.full())
                    .both(DataFamily.POSTS, Capability.full())
                    .build();
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 1, 0);
            platform.post("oak", "p2", "2026-06-01T11:00:00Z", 1, 0);
            nights.account("oak").night("2026-06-01");
            platform.delete("oak", "p1");

            nights.night("2026-06-02");
            Nights.Night second = nights.night("2026-06-03");

            assertThat(platform.callsOf("refresh")).isEmpty();
            assertThat(second.row("post_snapshot", "post_id", "fake:p1")).containsEntry("is_removed", true);
        }

        @Test
        void readsCommentsOnlyWhereTheirNumberMoved() {
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 1, 1);
            platform.comment("p1", "c1", "person-1", "one");
            nights.account("oak").night("2026-06-01");
            platform.calls.clear();

            nights.night("2026-06-02");
            assertThat(platform.callsOf("interactions")).isEmpty();

            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 1, 2);
            nights.night("2026-06-03");
            assertThat(platform.callsOf("interactions")).containsExactly("interactions p1");
        }

        @Test
        void doesNotLetAPostFromTheFutureMoveTheWatermark() {
            platform.post("oak", "future", "2099-01-01T10:00:00Z", 1, 0);
            platform.post("oak", "p1", "2026-06-01T10:00:00Z", 1, 0);

            nights.account("oak").night("2026-06-01");

            assertThat(nights.remembered("oak").postsReadTo()).isEqualTo(Instant.parse("2026-06-01T10:00:00Z"));
        }
    }

    @Nested
    class WhatIsMissing {

        @Test
        void isPartialAndPendingUntilThePlatformCanBeAskedAgain() {
            for (int i = 0; i < 6; i++) {
                platform.post("oak", "p" + i, "2026-06-01T10:00:0" + i + "Z", 1, 0);
            }
            platform.failures.put(
                    "posts oak from 4",
                    new PlatformException(new PlatformProblem(
                            ProblemCode.QUOTA_EXHAUSTED, "fake.posts", "403 quotaExceeded", Duration.ofHours(5))));

            Nights.Night night = nights.account("oak").night("2026-06-02");

            assertThat(night.rows("post_snapshot")).hasSize(4);
            assertThat(night.coverage("oak", DataFamily.POSTS)).isEqualTo("PARTIAL QUOTA_EXHAUSTED");
            assertThat(nights.remembered("oak").pending())
                    .isEqualTo(Map.of(DataFamily.POSTS, Instant.parse("2026-06-03T07:00:00Z")));
            assertThat(nights.remembered("oak").postsReadTo()).isNull();
            assertThat(night.row("problem", "code", "QUOTA_EXHAUSTED"))
                    .containsEntry("retry_at", Instant.parse("2026-06-03T07:00:00Z"));
        }

        @Test
        void isReadByTheNextNight() {
            for (int i = 0; i < 6; i++) {
                platform.post("oak", "p" + i, "2026-06-01T10:00:0" + i + "Z", 1, 0);
            }
            platform.failures.put("posts oak from 4", FakePlatform.failure(ProblemCode.TRANSIENT));
            nights.account("oak").night("2026-06-02");
            platform.failures.clear();

            Nights.Night night = nights.night("2026-06-03");

            assertThat(night.values("post_snapshot", "post_id")).contains("fake:p0", "fake:p1");
            assertThat(night.coverage("oak", DataFamily.POSTS)).isEqualTo("COMPLETE null");
            assertThat(nights.remembered("oak").pending()).isEmpty();
        }

        @Test
        void beginsAListingAnewWhenItsPositionIsRefused() {
            for (int i = 0; i < 4; i++) {
                platform.post("oak", "p" + i, "2026-06-01T10:00:0" + i + "Z", 1, 0);
            }
            platform.failures.put("posts oak from 2", FakePlatform.failure(ProblemCode.CONTRACT_DRIFT));

            Nights.Night night = nights.account("oak").night("2026-06-02");

            // Refused again after one new start: what was read stays, the rest is missing.
            assertThat(platform.callsOf("posts")).hasSize(4);
            assertThat(night.rows("post_snapshot")).hasSize(2);
            assertThat(night.coverage("oak", DataFamily.POSTS)).isEqualTo("PARTIAL CONTRACT_DRIFT");
        }
    }

    @Nested
    class CompletingPosts {

        CompletingPosts() {
            platform.completesPosts = true;
            platform.pageSize = 10;
            for (int i = 0; i < 6; i++) {
                platform.post("oak", "p" + i, "2026-06-01T10:00:0" + (9 - i) + "Z", i, 0);
            }
            nights.account("oak");
        }

        @Test
        void landsEveryPostWithWhatTookARequestOfItsOwnInTheOrderOfTheListing() {
            Nights.Night night = nights.concurrency(8).night("2026-06-02");

            assertThat(night.values("post_snapshot", "post_id"))
                    .containsExactly("fake:p0", "fake:p1", "fake:p2", "fake:p3", "fake:p4", "fake:p5");
            assertThat(night.values("post_snapshot", "reach")).containsOnly(31L);
            assertThat(platform.callsOf("complete")).hasSize(6).doesNotHaveDuplicates();
        }

        @Test
        void asksOnlyForPostsThatAreWanted() {
            nights.night("2026-06-02");
            platform.post("oak", "old", "2026-01-01T10:00:00Z", 1, 0);
            platform.post("oak", "new", "2026-06-29T10:00:00Z", 1, 0);
            nights.night("2026-06-03");
            platform.calls.clear();

            Nights.Night night = nights.night("2026-06-29");

            assertThat(night.values("post_snapshot", "post_id"))
                    .contains("fake:new")
                    .hasSameSizeAs(platform.callsOf("complete"));
        }

        @Test
        void aPostThatCannotBeCompletedCostsItselfAlone() {
            platform.failures.put("complete p2", FakePlatform.failure(ProblemCode.TRANSIENT));

            Nights.Night night = nights.night("2026-06-02");

            assertThat(night.values("post_snapshot", "post_id"))
                    .containsExactly("fake:p0", "fake:p1", "fake:p3", "fake:p4", "fake:p5");
            assertThat(night.row("problem", "code", "INCOMPLETE_RECORD"))
                    .containsEntry("post_id", "fake:p2")
                    .containsEntry("is_rejected", true);
            assertThat(night.coverage("oak", DataFamily.POSTS)).isEqualTo("LIMITED INCOMPLETE_RECORD");
        }

        @Test
        void whereTheAccessFailsTheListingEndsBeforeThePostThatItStruck() {
            platform.failures.put("complete p2", FakePlatform.failure(ProblemCode.RATE_LIMITED));
            platform.failures.put("complete p4", FakePlatform.failure(ProblemCode.RATE_LIMITED));

            Nights.Night night = nights.concurrency(8).night("2026-06-02");

            assertThat(night.values("post_snapshot", "post_id")).containsExactly("fake:p0", "fake:p1");
            assertThat(night.rows("problem")).hasSize(1);
            assertThat(night.coverage("oak", DataFamily.POSTS)).isEqualTo("PARTIAL RATE_LIMITED");
            assertThat(nights.remembered("oak").pending()).containsOnlyKeys(DataFamily.POSTS);
        }

        @Test
        void whatEveryPostTellsIsOneProblem() {
            platform.retiredMetric = new ItemProblem(
                    "saved", PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "fake.insights", "400 100"));

            Nights.Night night = nights.night("2026-06-02");

            assertThat(night.rows("post_snapshot")).hasSize(6);
            assertThat(night.rows("problem")).hasSize(1);
        }

        @Test
        void oneLargeAccountKeepsTheConfiguredNumberOfRequestsInFlight() {
            platform.pageSize = 100;
            for (int i = 0; i < 100; i++) {
                platform.post("oak", "more" + i, "2026-05-31T10:00:00Z", i, 0);
            }
            platform.latencyMillis = 50;

            nights.concurrency(16).night("2026-06-02");

            System.out.printf(
                    "one account: %d requests of 50 ms, 16 in flight: %.0f requests/s of 320 possible%n",
                    platform.calls.size(), platform.requestsPerSecond());
            assertThat(platform.mostInFlight).isEqualTo(16);
        }
    }

    @Test
    void theLargestAccountIsBegunFirst() {
        for (String handle : List.of("small", "large", "unknown")) {
            nights.account(handle);
            platform.post(handle, "p-" + handle, "2026-06-01T10:00:00Z", 1, 0);
        }
        platform.sizes.put("small", 3L);
        platform.sizes.put("large", 300L);

        Nights.Night night = nights.concurrency(1).night("2026-06-02");

        assertThat(platform.callsOf("posts"))
                .containsExactly("posts large from 0", "posts small from 0", "posts unknown from 0");
        assertThat(night.values("post_snapshot", "post_id"))
                .containsExactly("fake:p-large", "fake:p-small", "fake:p-unknown");
    }

    @Nested
    class WithAQuota {

        private static final PlatformSettings.Period DAY = PlatformSettings.Period.DAY;

        @Test
        void accountsTakeUpWhatOthersWereReadForLess() {
            platform.cost = 10;
            // Five families are offered and planned with ten units each; a quiet account costs three requests.
            for (int i = 0; i < 10; i++) {
                nights.account("h" + i);
            }

            Nights.Night night = nights.night("2026-06-02", TestCollections.dailyQuota(70));

            assertThat(night.rows("account_snapshot")).as("one was planned").hasSizeGreaterThan(1);
            assertThat(platform.calls.size()).as("units spent").isBetween(20, 70);
        }

        @Test
        void whoHasNoRoomIsListedWithTheTimeOfTheRenewal() {
            platform.cost = 10;
            nights.account("oak").account("elm");

            Nights.Night night = nights.night("2026-06-02", TestCollections.dailyQuota(52));

            assertThat(night.coverage("oak", DataFamily.POSTS)).isEqualTo("COMPLETE null");
            assertThat(night.coverage("elm", DataFamily.POSTS)).isEqualTo("FAILED QUOTA_EXHAUSTED");
            assertThat(night.rows("problem"))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("code", "QUOTA_EXHAUSTED")
                            .containsEntry("organization_id", "cms:elm")
                            .containsEntry("family", "ACCOUNT")
                            .containsEntry("is_rejected", false)
                            .containsEntry("retry_at", Instant.parse("2026-06-04T00:00:00Z")));
            assertThat(nights.remembered("elm").pending()).containsKey(DataFamily.POSTS);
        }
    }

    @Test
    void keepsTheConfiguredNumberOfRequestsInFlight() {
        int accounts = 120;
        for (int i = 0; i < accounts; i++) {
            nights.account("h" + i);
        }
        platform.latencyMillis = 50;
        int concurrency = 20;

        nights.concurrency(concurrency).night("2026-06-02", PlatformSettings.defaults(URI.create("http://127.0.0.1")));

        System.out.printf(
                "collection: %d requests of 50 ms, %d in flight: %.0f requests/s of %.0f possible%n",
                platform.calls.size(), concurrency, platform.requestsPerSecond(), concurrency / 0.050);
        assertThat(platform.mostInFlight).isEqualTo(concurrency);
    }
}
