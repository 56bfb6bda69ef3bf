/**
 * YouTube Data API v3 ({@code channels}, {@code playlistItems}, {@code videos}, {@code commentThreads}, {@code comments}) as
 * documented in November 2026, read with an API key in a header. Every request costs one unit of 10 000 a day, bad ones and
 * every page included; the day begins at midnight Pacific time. The terms want data that were read without the channel's
 * consent refreshed or deleted within 30 days, and deleted content removed. Not offered: mentions (a search has 100 calls a
 * day, drops hits and does not tell mentions from words), and the owner's analytics, which need OAuth. Subscribers are
 * rounded by YouTube, so that differences from day to day mean nothing below the rounding step.
 */
@NullMarked
package org.carebench.jobs.platform.youtube;

import org.jspecify.annotations.NullMarked;
