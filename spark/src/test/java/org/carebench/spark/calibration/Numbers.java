package org.carebench.spark.calibration;

import java.util.Locale;

/** Numbers as the table shows them. */
final class Numbers {

    private Numbers() {}

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.equals("-0.000") ? "0.000" : text;
    }
}
