package org.carebench.simulator.world;

/**
 * An invented person who writes on a platform.
 *
 * @param id in the platform's own form
 * @param handle on Mastodon as user@server
 */
public record Person(Platform platform, int index, String id, String handle, String displayName) {}
