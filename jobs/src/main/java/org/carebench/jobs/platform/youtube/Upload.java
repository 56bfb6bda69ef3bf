package org.carebench.jobs.platform.youtube;

import java.time.Instant;
import org.carebench.jobs.platform.Fields;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the list of uploads.
 *
 * @param isPrivate whether only its owner can see the video
 * @param publishedAt when the video was published, not when it came onto the list; NULL where the list does not say
 */
record Upload(String videoId, boolean isPrivate, @Nullable Instant publishedAt) {

    static Upload of(Fields entry) {
        Fields details = entry.at("contentDetails");
        return new Upload(
                details.requiredText("videoId"),
                entry.at("status")
                        .text("privacyStatus")
                        .filter("private"::equals)
                        .isPresent(),
                details.optionalInstant("videoPublishedAt"));
    }
}
