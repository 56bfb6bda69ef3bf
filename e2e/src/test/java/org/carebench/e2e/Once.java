package org.carebench.e2e;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something expensive that is made when it is first needed; a failure is told to everybody who needs it. */
final class Once<T> {

    private final Supplier<T> maker;
    private @Nullable T made;
    private @Nullable Throwable failure;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (failure != null) {
            throw new IllegalStateException("Failed before: " + failure.getMessage(), failure);
        }
        if (made == null) {
            made = make();
        }
        return made;
    }

    private T make() {
        try {
            return maker.get();
        } catch (RuntimeException | AssertionError e) {
            failure = e;
            throw e;
        }
    }
}
