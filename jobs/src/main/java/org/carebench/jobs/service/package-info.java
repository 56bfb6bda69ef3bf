/** The job service: start, follow and stop executions over HTTP. It runs the same jobs as the commands, on the same path. */
@NullMarked
package org.carebench.jobs.service;

import org.jspecify.annotations.NullMarked;
