package org.carebench.simulator.platform;

import java.util.List;
import org.carebench.simulator.http.Faults;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.platform.bluesky.BlueskyServer;
import org.carebench.simulator.platform.facebook.FacebookServer;
import org.carebench.simulator.platform.google.GoogleBusinessServer;
import org.carebench.simulator.platform.google.GooglePlacesServer;
import org.carebench.simulator.platform.instagram.InstagramServer;
import org.carebench.simulator.platform.linkedin.LinkedInServer;
import org.carebench.simulator.platform.mastodon.MastodonServer;
import org.carebench.simulator.platform.oauth.OAuthServer;
import org.carebench.simulator.platform.tiktok.TikTokServer;
import org.carebench.simulator.platform.x.Spelling;
import org.carebench.simulator.platform.x.XServer;
import org.carebench.simulator.platform.youtube.YouTubeServer;
import org.carebench.simulator.world.World;

/** Every platform that the simulator speaks; a new one gets its line here. */
public final class PlatformServers {

    private PlatformServers() {}

    /**
     * One server for each prefix.
     *
     * @param spelling how X spells what its schema renamed
     */
    public static List<PlatformServer> over(World world, Tokens tokens, Faults faults, Spelling spelling) {
        return List.of(
                new BlueskyServer(world, tokens),
                new MastodonServer(world, tokens),
                new YouTubeServer(world),
                new XServer(world, tokens, spelling),
                new InstagramServer(world, tokens, faults.retiredMetrics("instagram")),
                new FacebookServer(world, tokens, faults.retiredMetrics("facebook")),
                new LinkedInServer(world, tokens),
                new TikTokServer(world, tokens),
                new GoogleBusinessServer(world, tokens),
                new GooglePlacesServer(world),
                OAuthServer.google(tokens),
                OAuthServer.everybody(tokens));
    }
}
