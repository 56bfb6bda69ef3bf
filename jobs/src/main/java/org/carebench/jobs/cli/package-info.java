/** The command line: one class per command, and nothing else. */
@NullMarked
package org.carebench.jobs.cli;

import org.jspecify.annotations.NullMarked;
