/** Reads landing files and writes releases. The only package that touches a file system. */
@NullMarked
package org.carebench.spark.io;

import org.jspecify.annotations.NullMarked;
