package org.carebench.contract.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a record class as a dataset of the lake. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Dataset {
    /** Folder and table name, snake_case, singular. */
    String name();

    /** What one row stands for. */
    String grain();
}
