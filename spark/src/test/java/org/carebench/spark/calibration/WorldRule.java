package org.carebench.spark.calibration;

/**
 * What is true in a world.
 *
 * @param hospitals how many there are
 * @param integrationBySystem how strongly systems set how integrated their hospitals are
 * @param outcomeBySystem standard deviation between systems of recommendation, in points
 * @param culture how strongly a culture that nobody measures goes with integration; where above 0 it also adds two points of
 *     recommendation per standard deviation
 * @param effect points of recommendation per standard deviation of integration
 * @param dialogueEffect points of recommendation per standard deviation of dialogue; where it is not 0, replies follow
 *     dialogue, which goes with integration by a correlation of .6, and not integration itself
 */
record WorldRule(
        int hospitals,
        double integrationBySystem,
        double outcomeBySystem,
        double culture,
        double effect,
        double dialogueEffect) {

    static WorldRule nothing(int hospitals) {
        return new WorldRule(hospitals, 0.45, 3.2, 0, 0, 0);
    }

    WorldRule withEffect(double points) {
        return new WorldRule(hospitals, integrationBySystem, outcomeBySystem, culture, points, dialogueEffect);
    }

    WorldRule withStrongSystems() {
        return new WorldRule(hospitals, 1.2, 4, culture, effect, dialogueEffect);
    }

    WorldRule withCulture(double strength) {
        return new WorldRule(hospitals, integrationBySystem, outcomeBySystem, strength, effect, dialogueEffect);
    }

    WorldRule withDialogueEffect(double points) {
        return new WorldRule(hospitals, integrationBySystem, outcomeBySystem, culture, effect, points);
    }
}
