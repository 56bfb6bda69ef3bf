package org.carebench.jobs.platform;

/**
 * A known post.
 *
 * @param postId id on the platform
 */
public record PostRef(AccountRef account, String postId) {}
