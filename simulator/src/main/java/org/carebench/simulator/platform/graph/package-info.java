/** What Instagram and Facebook share: fields, paging, errors, usage and time of the Graph API. */
@NullMarked
package org.carebench.simulator.platform.graph;

import org.jspecify.annotations.NullMarked;
