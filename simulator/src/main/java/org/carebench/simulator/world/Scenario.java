package org.carebench.simulator.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Everything of which the world is a function. Rates and shares are between 0 and 1.
 *
 * @param name of the scenario, shown wherever its data are
 * @param organizations number of providers, 1 to 6000
 * @param firstDay first day on which anybody posts
 * @param lastDay last day on which anybody posts
 * @param population how providers are drawn
 * @param platforms by key; one that is missing has no accounts
 * @param dialogue how people write and providers answer
 * @param effects what integration does
 * @param dirt what goes wrong
 * @param planted what is hidden in the world to be found
 */
public record Scenario(
        String name,
        long seed,
        int organizations,
        LocalDate firstDay,
        LocalDate lastDay,
        Population population,
        Map<String, PlatformModel> platforms,
        DialogueModel dialogue,
        Effects effects,
        Dirt dirt,
        Planted planted) {

    private static final int MOST_ORGANIZATIONS = 6000;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public Scenario {
        // Sorted, because the order of an immutable map changes from one run of Java to the next.
        platforms = Collections.unmodifiableMap(new TreeMap<>(platforms));
        platforms.keySet().forEach(Platform::ofKey);
        if (organizations < 1 || organizations > MOST_ORGANIZATIONS) {
            throw new IllegalArgumentException(
                    "Cannot make a world of " + organizations + " organizations: give 1 to " + MOST_ORGANIZATIONS);
        }
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "Cannot make a world that ends on " + lastDay + " before it begins on " + firstDay);
        }
    }

    /**
     * Reads a scenario from a YAML or JSON file. Every key must be there, and no other.
     *
     * @throws IllegalArgumentException where the file is no scenario
     */
    public static Scenario read(Path file) throws IOException {
        try {
            return YAML.readValue(Files.readString(file), Scenario.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Cannot read scenario " + file + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The same world, in which nobody writes telephone numbers or addresses. */
    public Scenario withoutPersonalData() {
        DialogueModel same = dialogue;
        DialogueModel plain = new DialogueModel(
                same.mentionsPerQuarter,
                same.answerableShare,
                same.replyIntercept,
                same.replySlope,
                same.medianHours,
                same.delaySlope,
                same.delaySigma,
                0,
                same.reviewsPerQuarter,
                same.discussionsPerDay,
                same.persons);
        return new Scenario(
                name, seed, organizations, firstDay, lastDay, population, platforms, plain, effects, dirt, planted);
    }

    /** The day on which rosters are written down unless another is asked for. */
    public LocalDate middleDay() {
        return firstDay.plusDays(ChronoUnit.DAYS.between(firstDay, lastDay) / 2);
    }

    /** Midnight UTC with which the world begins. */
    public Instant begin() {
        return firstDay.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Midnight UTC with which the world ends. */
    public Instant end() {
        return lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * How providers are drawn.
     *
     * @param shareInSystems hospitals that belong to a health system
     * @param systemNoise share of integration that a system's hospitals have in common, a standard deviation
     * @param ownNoise share of integration that is a hospital's own, a standard deviation
     * @param cultureInIntegration weight of hidden culture in integration
     * @param dialogueCorrelation correlation of dialogue with integration; 1 makes them one
     * @param spanishShare providers that write in Spanish too
     */
    public record Population(
            double shareInSystems,
            double ruralShare,
            double systemNoise,
            double ownNoise,
            double cultureInIntegration,
            double dialogueCorrelation,
            double spanishShare) {}

    /**
     * Who is on a platform, and what they do there.
     *
     * @param adoption share of providers of mean integration with an account
     * @param adoptionSlope how adoption depends on integration, on the scale of log-odds
     * @param postsPerWeek of an account of mean integration
     * @param followersFactor multiplies the followers of the model
     * @param engagementFactor multiplies the interactions per post of the model
     * @param ownedShare accounts that granted access
     */
    public record PlatformModel(
            double adoption,
            double adoptionSlope,
            double postsPerWeek,
            double followersFactor,
            double engagementFactor,
            double ownedShare) {}

    /**
     * How people write and providers answer.
     *
     * @param mentionsPerQuarter of an account of a mean provider
     * @param answerableShare of comments and mentions
     * @param replyIntercept log-odds of an answer at mean dialogue
     * @param replySlope log-odds of an answer per standard deviation of dialogue
     * @param medianHours median delay of an answer at mean dialogue
     * @param delaySlope by which the log of the delay falls per standard deviation of dialogue
     * @param delaySigma standard deviation of the log of the delay
     * @param personalDataShare of what persons write holds an invented telephone number or e-mail address
     * @param reviewsPerQuarter of a mean provider
     * @param discussionsPerDay of a platform, over all markets
     * @param persons who write on a platform
     */
    public record DialogueModel(
            double mentionsPerQuarter,
            double answerableShare,
            double replyIntercept,
            double replySlope,
            double medianHours,
            double delaySlope,
            double delaySigma,
            double personalDataShare,
            double reviewsPerQuarter,
            double discussionsPerDay,
            int persons) {}

    /**
     * What integration, dialogue and chance do to recommendation and engagement.
     *
     * @param recommendPerIntegration percentage points of recommendation per standard deviation of integration
     * @param recommendPerDialogue percentage points of recommendation per standard deviation of dialogue
     * @param engagementPerIntegration by which the log of interactions per post rises per standard deviation
     * @param recommendPerCulture percentage points of recommendation per standard deviation of hidden culture
     * @param systemSpread standard deviation of what a system's hospitals have in common in recommendation
     * @param ownSpread standard deviation of what is a hospital's own
     */
    public record Effects(
            double recommendPerIntegration,
            double recommendPerDialogue,
            double engagementPerIntegration,
            double recommendPerCulture,
            double systemSpread,
            double ownSpread) {}

    /**
     * What goes wrong, and how often.
     *
     * @param renamed accounts that change their handle
     * @param suspended accounts that are suspended, deactivated, deleted, made private or moved, each
     * @param hiddenCounters accounts that hide followers or likes
     * @param commentsOff accounts without comments
     * @param backdated posts that claim an earlier time, where authors set it
     * @param deletedPosts posts that are deleted
     * @param editedPosts posts that are edited
     * @param deletedComments comments that are deleted
     * @param restated posts whose likes fall later
     * @param purged accounts whose followers are purged once
     */
    public record Dirt(
            double renamed,
            double suspended,
            double hiddenCounters,
            double commentsOff,
            double backdated,
            double deletedPosts,
            double editedPosts,
            double deletedComments,
            double restated,
            double purged) {}

    /**
     * What is hidden to be found.
     *
     * @param campaigns how many
     * @param campaignEngagementFactor by which posts of a campaign are engaged with more
     * @param painPoints how many
     * @param painShare of what is written to such a provider complains about its theme
     */
    public record Planted(int campaigns, double campaignEngagementFactor, int painPoints, double painShare) {}
}
