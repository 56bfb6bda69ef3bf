package org.carebench.spark.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageType;
import org.junit.jupiter.api.Test;

class CanonicalParquetTest {

    @Test
    void listsEncodingsInTheSameOrderWhateverTheWriterGave() {
        ColumnMetaData column = new ColumnMetaData();
        column.setEncodings(new ArrayList<>(List.of(Encoding.RLE, Encoding.RLE_DICTIONARY, Encoding.PLAIN)));
        column.setEncoding_stats(new ArrayList<>(List.of(
                new PageEncodingStats(PageType.DATA_PAGE_V2, Encoding.PLAIN, 1),
                new PageEncodingStats(PageType.DICTIONARY_PAGE, Encoding.PLAIN, 1),
                new PageEncodingStats(PageType.DATA_PAGE, Encoding.RLE_DICTIONARY, 4),
                new PageEncodingStats(PageType.DATA_PAGE, Encoding.PLAIN, 2))));

        CanonicalParquet.sort(column);

        assertThat(column.getEncodings()).containsExactly(Encoding.PLAIN, Encoding.RLE, Encoding.RLE_DICTIONARY);
        assertThat(column.getEncoding_stats())
                .extracting(PageEncodingStats::getPage_type, PageEncodingStats::getEncoding)
                .containsExactly(
                        tuple(PageType.DATA_PAGE, Encoding.PLAIN),
                        tuple(PageType.DATA_PAGE, Encoding.RLE_DICTIONARY),
                        tuple(PageType.DICTIONARY_PAGE, Encoding.PLAIN),
                        tuple(PageType.DATA_PAGE_V2, Encoding.PLAIN));
    }
}
