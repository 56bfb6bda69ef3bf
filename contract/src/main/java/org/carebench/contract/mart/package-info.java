/** The answers of a release, one class per mart table. */
@NullMarked
package org.carebench.contract.mart;

import org.jspecify.annotations.NullMarked;
