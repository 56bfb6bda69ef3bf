package org.carebench.jobs.platform.google;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemsRead;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/** Reads ratings of providers on Google, and the reviews of owned locations. */
final class GoogleConnector implements Connector {

    static final String PLATFORM = "google";

    private static final Capability NO_POSTS = Capability.none("posts of Business Profile are not read");

    private static final CapabilityMatrix CAPABILITIES = CapabilityMatrix.matrix()
            .both(DataFamily.ACCOUNT, Capability.partial("rating and number of ratings only"))
            .both(DataFamily.POSTS, NO_POSTS)
            .both(DataFamily.POST_REFRESH, NO_POSTS)
            .owned(DataFamily.REVIEWS, Capability.full())
            .other(DataFamily.REVIEWS, Capability.none("Google's terms do not let others keep review texts"))
            .owned(DataFamily.INSIGHTS, Capability.none("figures of Business Profile are not read"))
            .other(DataFamily.INSIGHTS, Capability.none("figures of Business Profile are for the owner only"))
            .build();

    private final GoogleClient client;

    GoogleConnector(GoogleClient client) {
        this.client = client;
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public CapabilityMatrix capabilities() {
        return CAPABILITIES;
    }

    @Override
    public int accountsPerRequest(AccountRef account) {
        return 1;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return 1;
    }

    /** At most: only calls of Places count, and owned locations do without. */
    @Override
    public long estimatedCost(DataFamily family, int items) {
        return family == DataFamily.ACCOUNT ? items : 0;
    }

    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        for (AccountRef account : accounts) {
            results.put(account, account(account));
        }
        return results;
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        GoogleResponse page = page(account, cursor.position());
        ItemsRead<ReviewReading> read = ItemsRead.of(page.answer(), page.reviews(), "reviewId", GoogleMapper::review);
        return new Page<>(read.items(), read.problems(), page.nextPageToken());
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        throw new UnsupportedOperationException("Posts on Google are not read");
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        throw new UnsupportedOperationException("Posts on Google are not read");
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        throw new UnsupportedOperationException("Google has no comments");
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        throw new UnsupportedOperationException("Google has no mentions");
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        throw new UnsupportedOperationException("Figures of Business Profile are not read");
    }

    private Result<AccountReading> account(AccountRef account) {
        String id = account.identifier();
        try {
            return account.relation() == Relation.OWNED
                    ? read(client.reviews(account, 1, null), reviews -> GoogleMapper.location(id, reviews))
                    : read(client.place(account), place -> GoogleMapper.place(id, place));
        } catch (PlatformException e) {
            if (e.problem().isOfAccess()) {
                throw e;
            }
            return Result.failed(e.problem());
        }
    }

    private static Result<AccountReading> read(GoogleResponse response, Function<Fields, AccountReading> mapper) {
        return ItemsRead.one(response.answer(), response.body(), mapper);
    }

    /** A bad request that was good without its page token is a token that is refused. */
    private GoogleResponse page(AccountRef account, @Nullable String pageToken) {
        try {
            return client.reviews(account, GoogleClient.MOST_REVIEWS, pageToken);
        } catch (PlatformException e) {
            if (pageToken != null && e.problem().code() == ProblemCode.BAD_REQUEST) {
                throw new PlatformException(
                        PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, GoogleClient.REVIEWS, "cursor refused"), e);
            }
            throw e;
        }
    }
}
