package org.carebench.jobs.source.export;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.source.SourceField;

/**
 * Finds the id of a post in its address, for reports without ids. Facebook's addresses hold none that stays the same.
 * Instagram's hold a short code: it stays the same, but it is not the id that live connectors give.
 */
final class PostAddress {

    private static final Map<String, Pattern> IDS = Map.of(
            "instagram", Pattern.compile("instagram\\.com/(?:[^/?]+/)?(?:p|reel|tv)/([A-Za-z0-9_-]+)"),
            "linkedin", Pattern.compile("linkedin\\.com/.*(urn:li:(?:share|activity|ugcPost):[0-9]+)"),
            "tiktok", Pattern.compile("tiktok\\.com/.*/(?:video|photo)/([0-9]+)"),
            "x", Pattern.compile("(?:twitter|x)\\.com/[^/?]+/status/([0-9]+)"),
            "youtube",
                    Pattern.compile(
                            "(?:youtu\\.be/|youtube\\.com/(?:shorts/|live/|watch\\?(?:[^#]*&)?v=))([A-Za-z0-9_-]{11})"));

    private PostAddress() {}

    static String postId(String platform, SourceField address) {
        Pattern form = IDS.get(platform);
        Matcher match = form == null ? null : form.matcher(address.required());
        if (match == null || !match.find()) {
            throw address.rejected(
                    ProblemCode.INVALID_ID,
                    "holds no lasting id of a post of the platform; export with column 'Post ID'");
        }
        return match.group(1);
    }
}
