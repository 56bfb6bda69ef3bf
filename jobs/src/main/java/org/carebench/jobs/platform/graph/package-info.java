/**
 * What Instagram and Facebook share, because both are read through Meta's Graph API: how requests are written, errors and
 * usage told, pages followed and insights dated. By Meta's documents as of November 2026. The token goes into a header; the
 * address of the next page, which holds it, is never followed: only its cursor is.
 */
@NullMarked
package org.carebench.jobs.platform.graph;

import org.jspecify.annotations.NullMarked;
