/** Settings, bound once to validated records; nobody else reads files of config/ or the environment. */
@NullMarked
package org.carebench.jobs.config;

import org.jspecify.annotations.NullMarked;
