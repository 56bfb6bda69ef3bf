package org.carebench.spark.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.io.IOUtils;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.Util;

/**
 * Parquet files of which the same rows always give the same bytes. The writer lists the encodings of a column in the
 * order of a hash set of enum constants, which differs from one JVM to the next; here they are sorted. Nothing but the
 * footer changes.
 */
final class CanonicalParquet {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TRAILER = Integer.BYTES + MAGIC.length;

    private CanonicalParquet() {}

    static void copy(LakeFiles lake, String from, String to) throws IOException {
        try (FSDataInputStream in = lake.open(from);
                OutputStream out = lake.create(to)) {
            long footerStart = footerStart(in, lake.length(from));
            FileMetaData footer = footer(in, footerStart);
            footer.getRow_groups().forEach(group -> group.getColumns().forEach(column -> sort(column.getMeta_data())));
            in.seek(0);
            IOUtils.copyBytes(in, out, footerStart, false);
            writeFooter(footer, out);
        }
    }

    private static FileMetaData footer(FSDataInputStream in, long start) throws IOException {
        in.seek(start);
        return Util.readFileMetaData(in);
    }

    private static long footerStart(FSDataInputStream in, long length) throws IOException {
        byte[] trailer = new byte[TRAILER];
        in.readFully(length - TRAILER, trailer);
        int footerLength =
                ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return length - TRAILER - footerLength;
    }

    static void sort(ColumnMetaData column) {
        column.getEncodings().sort(Comparator.naturalOrder());
        if (column.isSetEncoding_stats()) {
            column.getEncoding_stats()
                    .sort(Comparator.comparing(PageEncodingStats::getPage_type)
                            .thenComparing(PageEncodingStats::getEncoding));
        }
    }

    private static void writeFooter(FileMetaData footer, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        bytes.writeTo(out);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.size())
                .array());
        out.write(MAGIC);
    }
}
