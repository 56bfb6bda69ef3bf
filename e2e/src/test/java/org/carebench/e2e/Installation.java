package org.carebench.e2e;

import java.nio.file.Path;

/** The built program under test and the input that comes with it. */
final class Installation {

    static final Path ROOT = folder("carebench.installation", "..");
    static final Path SAMPLE = ROOT.resolve("e2e/sample");
    static final Path EXPECTED = Path.of("sample", "expected").toAbsolutePath();
    static final Path PUBLIC_DATA = folder("carebench.data", "../../shared/data");
    static final Path SAMPLE_PROFILE = ROOT.resolve("config/profiles/sample.yaml");
    static final Path PUBLIC_PROFILE = ROOT.resolve("config/profiles/public-data.yaml");

    /** Whether to kill programs at many more moments, and to try every kind of fault alone. */
    static final boolean FULL = Boolean.getBoolean("carebench.full");

    private Installation() {}

    private static Path folder(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath().normalize();
    }
}
