package org.carebench.jobs.cli;

import picocli.CommandLine.IVersionProvider;

/** Version of the program, as its jar says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"carebench " + (version == null ? "development" : version)};
    }
}
