package org.carebench.simulator.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.FaultKind;
import org.carebench.simulator.http.FaultProfile;
import org.carebench.simulator.http.FaultReach;
import org.carebench.simulator.http.FaultRule;
import org.carebench.simulator.http.Faults;
import org.carebench.simulator.http.Harness;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Limits;
import org.carebench.simulator.http.RequestLog;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.http.VirtualClock;
import org.carebench.simulator.platform.facebook.FacebookServer;
import org.carebench.simulator.platform.google.GoogleBusinessServer;
import org.carebench.simulator.platform.google.GooglePlacesServer;
import org.carebench.simulator.platform.instagram.InstagramServer;
import org.carebench.simulator.platform.linkedin.LinkedInServer;
import org.carebench.simulator.platform.oauth.OAuthServer;
import org.carebench.simulator.platform.thread.CommentThread;
import org.carebench.simulator.platform.tiktok.TikTokServer;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.GeneratedWorld;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.Scenario;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The servers of closed platforms over the small world, spoken to over HTTP. */
public final class ClosedPlatforms implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-06-30T02:00:00Z");

    public static final World WORLD = world();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Harness harness;

    public ClosedPlatforms() {
        this(FaultProfile.NONE, Set.of());
    }

    public ClosedPlatforms(FaultProfile profile) {
        this(profile, Set.of());
    }

    public ClosedPlatforms(FaultProfile profile, Set<String> retiredMetrics) {
        this(NOW, profile, retiredMetrics);
    }

    /** The platforms as they stand at another instant. */
    public ClosedPlatforms(Instant now) {
        this(now, FaultProfile.NONE, Set.of());
    }

    private ClosedPlatforms(Instant now, FaultProfile profile, Set<String> retiredMetrics) {
        Tokens tokens = new Tokens();
        try {
            harness = new Harness(
                    0,
                    List.of(
                            new InstagramServer(WORLD, tokens, retiredMetrics),
                            new FacebookServer(WORLD, tokens, retiredMetrics),
                            new LinkedInServer(WORLD, tokens),
                            new TikTokServer(WORLD, tokens),
                            new GoogleBusinessServer(WORLD, tokens),
                            new GooglePlacesServer(WORLD),
                            OAuthServer.google(tokens),
                            OAuthServer.everybody(tokens)),
                    new VirtualClock(now, System::nanoTime),
                    new Limits(profile.limitShare()),
                    tokens,
                    new Faults(profile),
                    new RequestLog(null),
                    Duration.ZERO,
                    new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static World world() {
        try {
            return GeneratedWorld.of(Scenario.read(Path.of("scenarios", "small.yaml")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        harness.close();
    }

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, JsonNode body) {

        public String text(String pointer) {
            return body.at(pointer).asString("");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Asks for a path below the root, or for an address that the simulator gave. */
    public Reply get(String path, Map<String, String> headers) {
        return send(request(path, headers).GET().build());
    }

    public Reply post(String path, Map<String, String> headers, String body) {
        return send(request(path, headers)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        String address = path.startsWith("http") ? path : harness.address() + path;
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address));
        headers.forEach(builder::header);
        return builder;
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), Json.read(response.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The first account of which a test holds. */
    public static Account account(Platform platform, Predicate<Account> test) {
        return WORLD.accounts(platform).stream()
                .filter(test)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The small world has no such account of " + platform));
    }

    /** An account that can be read now, with posts where the platform has them. */
    public static Account readable(Platform platform, Relation relation) {
        return account(
                platform,
                account -> account.relation() == relation
                        && account.isReadableAt(NOW)
                        && (platform == Platform.GOOGLE
                                || WORLD.posts(account, NOW).size() > 1));
    }

    /** A post of an account with this relation under which the owner answered somebody. */
    public static Post answered(Platform platform, Relation relation) {
        for (Account account : WORLD.accounts(platform)) {
            if (account.relation() == relation && account.isReadableAt(NOW)) {
                for (Post post : WORLD.posts(account, NOW)) {
                    if (WORLD.comments(post, NOW).stream().anyMatch(Interaction::isByOwner)) {
                        return post;
                    }
                }
            }
        }
        throw new AssertionError("The small world has no answered post of " + platform);
    }

    /** Ids of the comments and replies that platforms with two levels show under a post. */
    public static List<String> shown(Post post) {
        return new CommentThread(post, WORLD.comments(post, NOW))
                .all().stream().map(Interaction::id).toList();
    }

    /** A profile in which one fault strikes every request. */
    public static FaultProfile always(FaultKind kind, @Nullable String bucket) {
        return new FaultProfile(
                1,
                Map.of(),
                List.of(new FaultRule(kind, "*", "*", FaultReach.REQUEST, 1, 1, 130, bucket, null, null, List.of())));
    }

    /** The texts of a field of all elements of a list. */
    public static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.path(field).asString("")));
        return texts;
    }
}
