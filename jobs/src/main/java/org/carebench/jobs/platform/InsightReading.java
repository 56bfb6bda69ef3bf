package org.carebench.jobs.platform;

import java.time.LocalDate;
import java.time.ZoneId;
import org.carebench.contract.schema.Measure;

/**
 * What a platform told the owner of an account about one day.
 *
 * @param metric as the platform names it
 * @param zone zone that bounds the day
 */
public record InsightReading(String metric, LocalDate day, ZoneId zone, Measure value) {}
