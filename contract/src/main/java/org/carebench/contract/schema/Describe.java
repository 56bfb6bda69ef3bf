package org.carebench.contract.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a column means, in one sentence for the data dictionary. Every component of a dataset record carries it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Describe {
    String value();

    /** Part of the key that makes a row unique within the dataset. */
    boolean key() default false;

    /** Whether the value may be unknown. */
    boolean nullable() default false;
}
