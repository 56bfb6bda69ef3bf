/** The records that land: one class per landing dataset, one row per thing read from a source. */
@NullMarked
package org.carebench.contract.dataset;

import org.jspecify.annotations.NullMarked;
