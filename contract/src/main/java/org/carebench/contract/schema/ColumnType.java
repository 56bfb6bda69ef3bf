package org.carebench.contract.schema;

/** The types that every store of the lake and the warehouse can hold without loss. */
public enum ColumnType {
    TEXT,
    INTEGER,
    BIGINT,
    DOUBLE,
    BOOLEAN,
    /** A calendar day without a time zone. */
    DATE,
    /** An instant, stored in UTC with microseconds. */
    TIMESTAMP
}
