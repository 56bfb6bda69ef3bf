/** Where files lie in the lake, and the manifests that make them exist. */
@NullMarked
package org.carebench.contract.lake;

import org.jspecify.annotations.NullMarked;
