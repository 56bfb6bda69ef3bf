package org.carebench.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.carebench.contract.lake.TopicTaxonomy;

/** The taxonomy that comes with the program. */
public final class ShippedTaxonomy {

    private ShippedTaxonomy() {}

    public static TopicTaxonomy read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readValue(Path.of("../config/topics/keywords.yaml").toFile(), TopicTaxonomy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
