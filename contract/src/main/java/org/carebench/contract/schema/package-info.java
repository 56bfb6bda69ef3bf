/** How a dataset is described: typed columns with meaning, taken from one record class each. */
@NullMarked
package org.carebench.contract.schema;

import org.jspecify.annotations.NullMarked;
