package org.carebench.contract.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Columns, key and grain of a dataset, read from its record class: the one source from which Parquet schemas, Spark
 * schemas, the binary COPY and the data dictionary are made.
 *
 * @param name folder and table name
 * @param grain what one row stands for
 * @param columns in the order in which every store keeps them
 * @param key names of the columns that make a row unique
 */
public record DatasetSchema(String name, String grain, List<Column> columns, List<String> key) {

    private static final Map<Class<?>, ColumnType> TYPES = Map.ofEntries(
            Map.entry(String.class, ColumnType.TEXT),
            Map.entry(int.class, ColumnType.INTEGER),
            Map.entry(Integer.class, ColumnType.INTEGER),
            Map.entry(long.class, ColumnType.BIGINT),
            Map.entry(Long.class, ColumnType.BIGINT),
            Map.entry(double.class, ColumnType.DOUBLE),
            Map.entry(Double.class, ColumnType.DOUBLE),
            Map.entry(boolean.class, ColumnType.BOOLEAN),
            Map.entry(Boolean.class, ColumnType.BOOLEAN),
            Map.entry(LocalDate.class, ColumnType.DATE),
            Map.entry(Instant.class, ColumnType.TIMESTAMP));

    public DatasetSchema {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /**
     * Reads the schema of a dataset record.
     *
     * @throws IllegalArgumentException where the class is not a dataset, or a component has no description or a type
     *     that not every store can hold
     */
    public static DatasetSchema of(Class<? extends Record> type) {
        Dataset dataset = type.getAnnotation(Dataset.class);
        if (dataset == null) {
            throw new IllegalArgumentException("Cannot read a schema from " + type.getName() + ": it has no @Dataset");
        }
        List<Column> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Describe describe = describe(component);
            String name = snakeCase(component.getName());
            if (component.getType() == Measure.class) {
                columns.addAll(measureColumns(name, describe.value()));
                continue;
            }
            columns.add(new Column(name, typeOf(component), describe.nullable(), describe.value()));
            if (describe.key()) {
                key.add(name);
            }
        }
        return new DatasetSchema(dataset.name(), dataset.grain(), columns, key);
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** The row's values in column order, a {@link Measure} flattened into its four and enums as their names. */
    public static @Nullable Object[] values(Record row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            Object value = valueOf(component, row);
            if (component.getType() == Measure.class) {
                Measure measure = (Measure) Objects.requireNonNull(value, () -> component.getName() + " is null");
                values.add(measure.value());
                values.add(measure.state().name());
                values.add(measure.precision().name());
                values.add(measure.definition());
            } else {
                values.add(value instanceof Enum<?> constant ? constant.name() : value);
            }
        }
        return values.toArray();
    }

    private static List<Column> measureColumns(String name, String description) {
        return List.of(
                new Column(name, ColumnType.BIGINT, true, description + " NULL where the state says why."),
                new Column(name + "_state", ColumnType.TEXT, false, "Why " + name + " has a value or has none."),
                new Column(name + "_precision", ColumnType.TEXT, false, "How exactly the source reports " + name + "."),
                new Column(
                        name + "_definition", ColumnType.TEXT, false, "Id and version of what " + name + " counts."));
    }

    private static Describe describe(RecordComponent component) {
        Describe describe = component.getAnnotation(Describe.class);
        if (describe == null) {
            throw new IllegalArgumentException("Cannot describe " + component + " of "
                    + component.getDeclaringRecord().getName() + ": it has no @Describe");
        }
        return describe;
    }

    private static ColumnType typeOf(RecordComponent component) {
        if (component.getType().isEnum()) {
            return ColumnType.TEXT;
        }
        ColumnType type = TYPES.get(component.getType());
        if (type == null) {
            throw new IllegalArgumentException("Cannot store " + component + " of "
                    + component.getDeclaringRecord().getName() + ": use one of the types in ColumnType");
        }
        return type;
    }

    private static @Nullable Object valueOf(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component.getName() + " of " + row.getClass(), e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
