package org.carebench.contract.schema;

/**
 * One column of a dataset.
 *
 * @param name snake_case, with the unit in the name where there is one
 * @param nullable whether the value may be unknown; a reason then stands in a neighbouring column
 * @param description meaning and unit, as the data dictionary prints it
 */
public record Column(String name, ColumnType type, boolean nullable, String description) {}
