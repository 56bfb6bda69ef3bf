package org.carebench.contract.curated;

import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;

/** What a post is about and whom it addresses, by keywords. */
@Dataset(name = "post_tag", grain = "one row per post, scheme and tag")
public record PostTag(
        @Describe(value = "Post, unique across platforms.", key = true)
        String postId,

        @Describe(value = "What is told: topic or audience.", key = true)
        String scheme,

        @Describe(value = "Topic or audience of the taxonomy; other where nothing matches.", key = true)
        String tag,

        @Describe("Version of the taxonomy.") String taxonomyVersion) {}
