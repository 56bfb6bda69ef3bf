package org.carebench.jobs.platform.linkedin;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Address;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/** The endpoints of LinkedIn that are used. */
final class LinkedInClient {

    /** The default is 10, and a finder that is not asked for more ends there. */
    static final int PAGE = 100;

    private static final String FOLLOWERS = "COMPANY_FOLLOWED_BY_MEMBER";
    /** As samples of some versions spell it. */
    private static final String FOLLOWERS_BEFORE = "CompanyFollowedByMember";

    private final ApiClient http;
    private final URI base;
    private final ApiVersion version;
    private final Consumer<String> warnings;
    private final AtomicBoolean wasWarned = new AtomicBoolean();

    LinkedInClient(ApiClient http, URI base, ApiVersion version, Consumer<String> warnings) {
        this.http = http;
        this.base = base;
        this.version = version;
        this.warnings = warnings;
    }

    ApiResponse organization(String id, @Nullable String credential) {
        return send("organizations/:id", Address.of(base, "/rest/organizations/" + Address.encoded(id)), credential);
    }

    LinkedInResponse organizationsNamed(String vanityName, @Nullable String credential) {
        Address address =
                Address.of(base, "/rest/organizations").with("q", "vanityName").with("vanityName", vanityName);
        return new LinkedInResponse(send("organizations", address, credential)).requireElements();
    }

    /** The number of followers. */
    ApiResponse followers(String organizationId, @Nullable String credential) {
        try {
            return followers(organizationId, FOLLOWERS, credential);
        } catch (PlatformException e) {
            if (e.problem().code() != ProblemCode.BAD_REQUEST) {
                throw e;
            }
            return followers(organizationId, FOLLOWERS_BEFORE, credential);
        }
    }

    LinkedInResponse posts(String organizationId, PagePosition position, @Nullable String credential) {
        Address address = Address.of(base, "/rest/posts")
                .with("author", Urn.organization(organizationId))
                .with("q", "author")
                .with("sortBy", "LAST_MODIFIED");
        return finder("posts", address, position, credential);
    }

    /**
     * The statistics of posts of one kind; posts without statistics are left out.
     *
     * @param parameter shares or ugcPosts
     */
    List<Fields> shareStatistics(
            String organizationId, String parameter, Collection<String> urns, @Nullable String credential) {
        List<Fields> elements = new ArrayList<>();
        PagePosition position = PagePosition.START;
        while (position != null && elements.size() < urns.size()) {
            Address address = statistics("organizationalEntityShareStatistics", organizationId)
                    .withEncoded(parameter, Urn.list(urns));
            LinkedInResponse response = finder("organizationalEntityShareStatistics", address, position, credential);
            elements.addAll(response.elements());
            position = response.next(position);
        }
        return elements;
    }

    /** Statistics per day; days are of UTC, the end is exclusive. */
    LinkedInResponse dailyStatistics(
            String resource,
            String organizationId,
            Instant start,
            Instant end,
            PagePosition position,
            @Nullable String credential) {
        String intervals = "(timeRange:(start:" + start.toEpochMilli() + ",end:" + end.toEpochMilli()
                + "),timeGranularityType:DAY)";
        Address address = statistics(resource, organizationId).withEncoded("timeIntervals", intervals);
        return finder(resource, address, position, credential);
    }

    /** How many reactions and comments a post has. */
    ApiResponse socialMetadata(String postUrn, @Nullable String credential) {
        return send("socialMetadata", Address.of(base, "/rest/socialMetadata/" + Address.encoded(postUrn)), credential);
    }

    /** Comments under a post, or replies to a comment. */
    LinkedInResponse comments(String urn, PagePosition position, @Nullable String credential) {
        Address address = Address.of(base, "/rest/socialActions/" + Address.encoded(urn) + "/comments");
        return finder("socialActions/comments", address, position, credential);
    }

    private ApiResponse followers(String organizationId, String edgeType, @Nullable String credential) {
        Address address = Address.of(base, "/rest/networkSizes/" + Address.encoded(Urn.organization(organizationId)))
                .with("edgeType", edgeType);
        return send("networkSizes", address, credential);
    }

    private Address statistics(String resource, String organizationId) {
        return Address.of(base, "/rest/" + resource)
                .with("q", "organizationalEntity")
                .with("organizationalEntity", Urn.organization(organizationId));
    }

    private LinkedInResponse finder(
            String endpoint, Address address, PagePosition position, @Nullable String credential) {
        address.with("count", PAGE);
        if (position.start() > 0) {
            address.with("start", position.start());
        }
        address.with("pageToken", position.token());
        return new LinkedInResponse(send(endpoint, address, credential)).requireElements();
    }

    private ApiResponse send(String endpoint, Address address, @Nullable String credential) {
        ApiResponse answer = http.send(ApiRequest.get(endpoint, address.uri())
                .withHeader("Linkedin-Version", version.name())
                .withHeader("X-Restli-Protocol-Version", "2.0.0")
                .withCredential(credential));
        version.warning(answer.serverTime())
                .filter(warning -> wasWarned.compareAndSet(false, true))
                .ifPresent(warnings);
        return answer;
    }
}
