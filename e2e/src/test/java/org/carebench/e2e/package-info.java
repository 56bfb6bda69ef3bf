/** The packaged program, driven from outside: its launcher, its files and its database. */
@NullMarked
package org.carebench.e2e;

import org.jspecify.annotations.NullMarked;
