package org.carebench.jobs.run;

import java.util.List;
import java.util.Optional;
import org.carebench.contract.lake.ReleaseId;
import org.jspecify.annotations.Nullable;

/** A job that can be asked for by its name. */
public interface NightJob {

    String name();

    /** Parameters that a request may set, beside the business date. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Says whether the business date is one that can be asked for at all.
     *
     * @throws org.carebench.jobs.extract.UnknownBusinessDateException where it is not
     */
    void requireKnown(Work work);

    /** The release for which the work is complete with the inputs of now, and says so; empty where there is something to do. */
    Optional<ReleaseId> complete(Work work);

    /** Does the work, or what is left of it. */
    Result run(Claim claim);

    /**
     * A parameter.
     *
     * @param allowed values that it may have; NULL where any text will do
     */
    record Parameter(String name, String type, @Nullable List<String> allowed) {}

    /**
     * What came of it.
     *
     * @param newData false where its inputs are those of the release before; NULL where it is not known
     */
    record Result(ReleaseId release, @Nullable Boolean newData, String message) {}
}
