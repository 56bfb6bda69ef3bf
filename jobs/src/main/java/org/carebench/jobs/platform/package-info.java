/** What every platform's connector has in common: what it offers, what it gives, how it fails, and what it may cost. */
@NullMarked
package org.carebench.jobs.platform;

import org.jspecify.annotations.NullMarked;
