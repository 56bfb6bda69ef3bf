package org.carebench.jobs.extract;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.source.SourceFormat;
import org.springframework.stereotype.Component;

/** The formats that the program knows, by name. */
@Component
class SourceFormats {

    private final Map<String, SourceFormat> byName;

    SourceFormats(List<SourceFormat> formats) {
        byName = formats.stream().collect(Collectors.toMap(SourceFormat::name, Function.identity()));
    }

    SourceFormat of(CarebenchProperties.Source source) {
        SourceFormat format = byName.get(source.format());
        if (format == null) {
            throw new ConfigurationException("Cannot read source " + source.id() + ": the profile gives it format '"
                    + source.format() + "', but the formats are "
                    + byName.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return format;
    }
}
