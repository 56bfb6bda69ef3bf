package org.carebench.spark.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carebench.spark.calibration.Hospital.Ownership;
import org.carebench.spark.calibration.Hospital.Region;

/**
 * Hospitals as the United States have them: two in three belong to a system, most systems are small, and size, ownership,
 * teaching and rurality go together. Shares follow the AHRQ compendium of health systems and the AHA survey.
 */
final class Population {

    private static final double SYSTEMS_PER_HOSPITAL = 639.0 / 6000;
    private static final double SHARE_IN_SYSTEMS = 0.68;
    private static final double LARGEST_SYSTEM = 0.03;

    private Population() {}

    static List<Hospital> of(int hospitals, Noise noise) {
        int[] systems = systems(hospitals, noise);
        List<Hospital> made = new ArrayList<>();
        for (int i = 0; i < hospitals; i++) {
            made.add(hospital(i, systems, noise));
        }
        return made;
    }

    private static Hospital hospital(int number, int[] systems, Noise noise) {
        boolean isRural = noise.happens(0.35);
        double lnBeds = isRural ? Math.log(38) + 0.7 * noise.gaussian() : Math.log(165) + 0.85 * noise.gaussian();
        int beds = (int) Math.round(Math.exp(Math.min(Math.log(2000), Math.max(Math.log(6), lnBeds))));
        String id = String.format(Locale.ROOT, "made:%05d", number);
        int system = systems[number];
        return new Hospital(
                id,
                system < systems.length * SYSTEMS_PER_HOSPITAL ? "system-" + system : id,
                system,
                isRural,
                beds,
                ownership(isRural, noise.uniform()),
                noise.happens(Noise.logistic(-11.6 + 1.65 * Math.log(beds))),
                region(noise.uniform()));
    }

    private static Ownership ownership(boolean isRural, double u) {
        double government = isRural ? 0.34 : 0.10;
        double forProfit = isRural ? 0.12 : 0.32;
        return u < government
                ? Ownership.GOVERNMENT
                : u < government + forProfit ? Ownership.FOR_PROFIT : Ownership.NON_PROFIT;
    }

    private static Region region(double u) {
        double left = u;
        for (Region region : Region.values()) {
            left -= region.share;
            if (left < 0) {
                return region;
            }
        }
        return Region.WEST;
    }

    /** Number of the system of every hospital; those on their own have a number above those of the systems. */
    private static int[] systems(int hospitals, Noise noise) {
        int count = (int) Math.ceil(hospitals * SYSTEMS_PER_HOSPITAL);
        int[] sizes = new int[count];
        int members = 0;
        for (int i = 0; i < count; i++) {
            double size = Math.ceil(Math.exp(1.05 + 1.15 * noise.gaussian()));
            sizes[i] = (int) Math.max(1, Math.min(size, Math.round(LARGEST_SYSTEM * hospitals)));
            members += sizes[i];
        }
        while (members > SHARE_IN_SYSTEMS * hospitals) {
            int system = ofMember(sizes, noise.below(members));
            if (sizes[system] > 1) {
                sizes[system]--;
                members--;
            }
        }
        return shuffled(sizes, hospitals, noise);
    }

    private static int ofMember(int[] sizes, int member) {
        int left = member;
        int system = 0;
        while (left >= sizes[system]) {
            left -= sizes[system];
            system++;
        }
        return system;
    }

    private static int[] shuffled(int[] sizes, int hospitals, Noise noise) {
        int[] systems = new int[hospitals];
        int next = 0;
        for (int system = 0; system < sizes.length; system++) {
            for (int k = 0; k < sizes[system]; k++) {
                systems[next++] = system;
            }
        }
        for (int alone = sizes.length; next < hospitals; alone++) {
            systems[next++] = alone;
        }
        for (int i = hospitals - 1; i > 0; i--) {
            int j = noise.below(i + 1);
            int other = systems[i];
            systems[i] = systems[j];
            systems[j] = other;
        }
        return systems;
    }
}
