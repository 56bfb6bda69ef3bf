package org.carebench.jobs.config;

/** Version of the code that computes a release, written into its manifest. */
public record CodeVersion(String value) {}
