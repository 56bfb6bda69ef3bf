package org.carebench.jobs.platform;

/**
 * A problem with one item of an answer; the other items were read.
 *
 * @param subject id of the item on the platform, or the name of a metric; empty where the item has none
 */
public record ItemProblem(String subject, PlatformProblem problem) {}
