package org.carebench.spark.calibration;

/**
 * A made-up hospital.
 *
 * @param cluster its system, or its own id
 * @param system number of the cluster, from 0
 */
record Hospital(
        String id,
        String cluster,
        int system,
        boolean isRural,
        int beds,
        Ownership ownership,
        boolean isTeaching,
        Region region) {

    /** With what it adds to recommendation, in points, and to the inclination to use social media. */
    enum Ownership {
        NON_PROFIT(0, 0.25),
        FOR_PROFIT(-4.9, -0.35),
        GOVERNMENT(-0.7, 0);

        final double points;
        final double inclination;

        Ownership(double points, double inclination) {
            this.points = points;
            this.inclination = inclination;
        }
    }

    /** With its share of hospitals and what it adds to recommendation, in points. */
    enum Region {
        NORTHEAST(0.13, -1),
        MIDWEST(0.29, 0.8),
        SOUTH(0.38, 0.3),
        WEST(0.20, -0.5);

        final double share;
        final double points;

        Region(double share, double points) {
            this.share = share;
            this.points = points;
        }
    }

    double lnBeds() {
        return Math.log(beds);
    }

    String bedClass() {
        return beds < 50 ? "1-49" : beds < 100 ? "50-99" : beds < 200 ? "100-199" : beds < 400 ? "200-399" : "400+";
    }

    /** What recommendation owes to what is measured of the hospital, in points. */
    double measuredPoints() {
        double size = lnBeds() - 4.7;
        return -3.0 * size + 2.0 * size * size + (isTeaching ? 1.5 : 0) + ownership.points + region.points;
    }
}
