package org.carebench.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carebench.contract.dataset.InteractionKind;
import org.jspecify.annotations.Nullable;

/** What is written under the posts of one account, about it, and what its owner answers. */
final class Conversations {

    private static final List<PainTheme> THEMES = List.of(PainTheme.values());

    private static final Comparator<Remark> OLDEST_FIRST =
            Comparator.comparing(Remark::createdAt).thenComparing(Remark::id);

    private final Scenario scenario;
    private final AccountModel model;
    private final Account account;
    private final Platform platform;
    private final List<PainPoint> painPoints;

    Conversations(Scenario scenario, AccountModel model, List<PainPoint> painPoints) {
        this.scenario = scenario;
        this.model = model;
        this.account = model.account;
        this.platform = account.platform();
        this.painPoints = painPoints;
    }

    /** Everything ever written under a post, deleted things too, oldest first. */
    List<Remark> thread(Post post) {
        int comments = Engagement.of(model, post).comments();
        if (comments == 0) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        Draws draws = Draws.of(Draws.seed(post.seed(), 2));
        for (int i = 0; i < comments; i++) {
            Instant at = post.appearedAt().plusMillis((long) (growthDelayHours(draws) * 3_600_000) + 1);
            Remark comment = remark(
                    draws,
                    InteractionKind.COMMENT,
                    post.id(),
                    post.id(),
                    post.conversationId(),
                    at,
                    post.language(),
                    3 * i % PlatformIds.NUMBERS);
            remarks.add(comment);
            answers(draws, comment, post.id(), 3 * i, remarks);
        }
        remarks.sort(OLDEST_FIRST);
        return remarks;
    }

    /** Posts of others that quote a post, oldest first. */
    List<Remark> quotes(Post post) {
        int quotes = Engagement.of(model, post).quotes();
        if (quotes == 0) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        Draws draws = Draws.of(Draws.seed(post.seed(), 3));
        for (int i = 0; i < quotes; i++) {
            Instant at = post.appearedAt().plusMillis((long) (growthDelayHours(draws) * 3_600_000) + 1);
            remarks.add(remark(
                    draws,
                    InteractionKind.QUOTE,
                    post.id(),
                    post.id(),
                    null,
                    at,
                    post.language(),
                    i % PlatformIds.NUMBERS));
        }
        remarks.sort(OLDEST_FIRST);
        return remarks;
    }

    /** Everything that begins on a day with somebody naming the account, and what answers it, oldest first. */
    List<Remark> mentionsBegunOn(LocalDate day) {
        boolean mentionable =
                platform.listsReplies() || platform == Platform.INSTAGRAM || platform == Platform.FACEBOOK;
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!mentionable || start.isBefore(scenario.begin()) || !start.isBefore(scenario.end())) {
            return List.of();
        }
        Draws draws = Draws.of(Draws.seed(account.seed(), 4, day.toEpochDay()));
        int count = draws.poisson(model.mentionsPerDay);
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = start.plusMillis((long) (draws.uniform() * 86_400_000));
            Remark mention = remark(
                    draws,
                    InteractionKind.MENTION,
                    null,
                    null,
                    null,
                    at,
                    account.provider().language(),
                    3 * i % PlatformIds.NUMBERS);
            if (account.existsAt(at) && at.isBefore(model.silentFrom())) {
                remarks.add(mention);
                answers(draws, mention, null, 3 * i, remarks);
            }
        }
        remarks.sort(OLDEST_FIRST);
        return remarks;
    }

    private void answers(Draws draws, Remark question, @Nullable String postId, int number, List<Remark> remarks) {
        double share = question.answerable() ? model.replyShare : model.replyShare * 0.15;
        boolean answered = draws.chance(share);
        Instant at = question.createdAt().plus(model.answerDelay(draws)).plusMillis(1);
        long seed = draws.nextSeed();
        boolean followed = draws.chance(0.15);
        Instant later = at.plusMillis((long) (draws.exponential(5) * 3_600_000) + 1);
        long laterSeed = draws.nextSeed();
        boolean gone = question.deletedAt() != null && question.deletedAt().isBefore(at);
        if (!answered || gone || !at.isBefore(model.silentFrom())) {
            return;
        }
        Remark answer = answer(question, postId, account.stableId(), -1, at, false, number + 1, seed);
        remarks.add(answer);
        if (followed) {
            String author = PlatformIds.person(platform, question.person());
            remarks.add(answer(answer, postId, author, question.person(), later, true, number + 2, laterSeed));
        }
    }

    private Remark answer(
            Remark to,
            @Nullable String postId,
            String author,
            int person,
            Instant at,
            boolean followsUp,
            int number,
            long seed) {
        String parent = platform == Platform.YOUTUBE && to.parentId() != null && to.kind() == InteractionKind.REPLY
                ? to.parentId()
                : to.id();
        String id = PlatformIds.comment(
                platform,
                author,
                postId == null ? to.id() : postId,
                parent,
                at,
                account.index(),
                number % PlatformIds.NUMBERS);
        return new Remark(
                id,
                InteractionKind.REPLY,
                postId,
                parent,
                to.conversationId(),
                person,
                at,
                null,
                to.language(),
                false,
                followsUp,
                null,
                0,
                seed);
    }

    private Remark remark(
            Draws draws,
            InteractionKind kind,
            @Nullable String postId,
            @Nullable String parentId,
            @Nullable String conversationId,
            Instant at,
            String language,
            int number) {
        int person = draws.below(scenario.dialogue().persons());
        boolean answerable = draws.chance(scenario.dialogue().answerableShare());
        PainTheme theme = complaint(draws, at, answerable);
        boolean deleted = draws.chance(scenario.dirt().deletedComments());
        Instant deletedAt = at.plusSeconds((long) (draws.exponential(60) * 3_600) + 60);
        int likes = draws.poisson(0.4);
        long seed = draws.nextSeed();
        String author = PlatformIds.person(platform, person);
        String id = kind == InteractionKind.COMMENT && postId != null
                ? PlatformIds.comment(platform, author, postId, postId, at, account.index(), number)
                : mentionId(author, at, number);
        return new Remark(
                id,
                kind,
                postId,
                parentId,
                conversationId == null ? id : conversationId,
                person,
                at,
                deleted ? deletedAt : null,
                "es".equals(language) && draws.chance(0.6) ? "es" : "en",
                answerable || theme != null,
                false,
                theme,
                likes,
                seed);
    }

    private String mentionId(String author, Instant at, int number) {
        return PlatformIds.post(platform, author, at, account.index(), number);
    }

    /** A third of what wants an answer complains; a planted pain point makes it more, and of one theme. */
    private @Nullable PainTheme complaint(Draws draws, Instant at, boolean answerable) {
        double any = draws.uniform();
        double planted = draws.uniform();
        PainTheme theme = draws.pick(THEMES);
        for (PainPoint point : painPoints) {
            if (!at.isBefore(point.from()) && at.isBefore(point.to()) && planted < point.share()) {
                return point.theme();
            }
        }
        return answerable && any < 1.0 / 3 ? theme : null;
    }

    /** Hours after which a reaction comes: most within half a day, some within a week or two. */
    private static double growthDelayHours(Draws draws) {
        return draws.chance(Engagement.FAST_SHARE)
                ? draws.exponential(Engagement.FAST_HOURS)
                : draws.exponential(Engagement.SLOW_HOURS);
    }

    Interaction interaction(Remark remark) {
        return new Interaction(
                account,
                remark.id(),
                remark.kind(),
                remark.postId(),
                remark.parentId(),
                remark.conversationId(),
                remark.isByOwner() ? null : Names.person(platform, remark.person()),
                remark.createdAt(),
                remark.deletedAt(),
                text(remark),
                remark.language(),
                remark.answerable(),
                remark.painPoint(),
                remark.likes());
    }

    private String text(Remark remark) {
        Provider provider = account.provider();
        if (remark.isByOwner()) {
            return Texts.answer(remark.seed(), remark.language());
        }
        if (remark.followsUp()) {
            return Texts.followUp(remark.seed(), remark.language(), provider);
        }
        String text = Texts.comment(
                remark.seed(),
                remark.language(),
                provider,
                remark.painPoint(),
                remark.answerable(),
                scenario.dialogue().personalDataShare());
        return remark.kind() == InteractionKind.MENTION
                ? "@" + account.handleAt(remark.createdAt()) + " " + text
                : text;
    }

    /** Longest time between a mention or comment and its last answer. */
    static Duration reach() {
        return Duration.ofDays(60);
    }
}
