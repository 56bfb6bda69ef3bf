package org.carebench.jobs.publish;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carebench.contract.schema.ColumnType;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Writes rows into a table with PostgreSQL's binary COPY (PostgreSQL documentation, "COPY", section "Binary Format"). Closing
 * it without an error before makes the rows part of the connection's transaction.
 */
final class BinaryCopy implements Closeable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int BUFFER = 1 << 16;
    private static final int NULL_LENGTH = -1;
    private static final int TRAILER = -1;

    /** PostgreSQL counts days and microseconds from 2000-01-01, Parquet from 1970-01-01. */
    private static final int EPOCH_DAYS = 10_957;

    private static final long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;

    private final PGCopyOutputStream copy;
    private final DataOutputStream out;

    private BinaryCopy(PGCopyOutputStream copy) {
        this.copy = copy;
        this.out = new DataOutputStream(new BufferedOutputStream(copy, BUFFER));
    }

    /** Begins a COPY; names come from the contract, never from input. */
    static BinaryCopy into(Connection connection, String table, List<String> columns) throws SQLException, IOException {
        String sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
        BinaryCopy copy = new BinaryCopy(new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql));
        copy.out.write(SIGNATURE);
        copy.out.writeInt(0);
        copy.out.writeInt(0);
        return copy;
    }

    void startRow(int fields) throws IOException {
        out.writeShort(fields);
    }

    /** Writes a value as it comes from Parquet: dates as epoch days, timestamps as epoch microseconds. */
    void field(ColumnType type, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(NULL_LENGTH);
            return;
        }
        switch (type) {
            case TEXT -> text((String) value);
            case INTEGER -> integer((Integer) value);
            case DATE -> integer((Integer) value - EPOCH_DAYS);
            case BIGINT -> bigint((Long) value);
            case TIMESTAMP -> bigint((Long) value - EPOCH_MICROS);
            case DOUBLE -> bigint(Double.doubleToLongBits((Double) value));
            case BOOLEAN -> bool((Boolean) value);
        }
    }

    @Override
    public void close() throws IOException {
        out.writeShort(TRAILER);
        out.flush();
        copy.close();
    }

    /** Gives the COPY up; the server forgets its rows. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void text(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void integer(int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
    }

    private void bigint(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private void bool(boolean value) throws IOException {
        out.writeInt(1);
        out.writeByte(value ? 1 : 0);
    }
}
