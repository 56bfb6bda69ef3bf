/** The conformed records of a release, one class per curated table. */
@NullMarked
package org.carebench.contract.curated;

import org.jspecify.annotations.NullMarked;
