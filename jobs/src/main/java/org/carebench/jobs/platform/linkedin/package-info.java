/**
 * LinkedIn, by the versioned Community Management API as its documents of August 2026 say: organizations and their
 * followers, posts with share statistics, comments, and daily statistics, for pages whose administrator granted access. Every
 * request names the version; versions live about twelve months, and 60 days before its end the log says so.
 *
 * <p>Of other organizations LinkedIn shows name, logo and website only, so that nothing of them is offered. There are no
 * mentions. Statistics reach back twelve months. Terms: data of members may be kept for a day or two only, so that texts of
 * comments are not read, and of their authors nothing but the id, which becomes a keyed pseudonym.
 */
@NullMarked
package org.carebench.jobs.platform.linkedin;

import org.jspecify.annotations.NullMarked;
