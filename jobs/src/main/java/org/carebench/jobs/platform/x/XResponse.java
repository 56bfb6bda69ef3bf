package org.carebench.jobs.platform.x;

import java.util.List;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;

/**
 * A good answer of X. It may hold items and errors of other items together; an empty result has no {@code data} at all.
 */
record XResponse(ApiResponse answer) {

    List<Fields> data() {
        return answer.body().items("data");
    }

    Optional<String> nextToken() {
        return answer.body().at("meta").text("next_token");
    }

    /** What X says of one thing that was asked for, by the value by which it was asked for. */
    Optional<PlatformProblem> problemOf(String value) {
        return errors().stream()
                .filter(error -> isAbout(error, value))
                .findFirst()
                .map(this::problem);
    }

    /** Errors of single items of a listing, each with the post that it is about. */
    List<ItemProblem> itemProblems() {
        return errors().stream()
                .map(error -> new ItemProblem(isAboutPost(error) ? id(error) : "", problem(error)))
                .toList();
    }

    /**
     * Makes sure that this is the answer of a listing.
     *
     * @throws PlatformException where X refuses what the path names, or the answer is of another form
     */
    XResponse requireListing() {
        if (!data().isEmpty()) {
            return this;
        }
        boolean hasMeta = !answer.body().isAbsent("meta");
        Optional<Fields> refusal = errors().stream()
                .filter(error ->
                        !hasMeta || error.text("parameter").filter("id"::equals).isPresent())
                .findFirst();
        if (refusal.isPresent()) {
            throw new PlatformException(problem(refusal.get()));
        }
        boolean isEmpty = answer.body().at("meta").count("result_count").orElse(0L) == 0;
        if (!isEmpty || (!hasMeta && answer.body().isAbsent("data"))) {
            throw new PlatformException(withoutData());
        }
        return this;
    }

    /**
     * Makes sure that this is the answer of a look-up by ids or names.
     *
     * @throws PlatformException where the answer is of another form
     */
    XResponse requireLookup() {
        Fields body = answer.body();
        if (body.isAbsent("data") && body.isAbsent("errors") && body.isAbsent("meta")) {
            throw new PlatformException(withoutData());
        }
        return this;
    }

    /** Why a counter of an item is absent, as far as the errors say; absent without an error is against the contract. */
    MeasureState whyAbsent(String itemId) {
        return errors().stream()
                .filter(error -> id(error).isEmpty() || isAbout(error, itemId))
                .flatMap(error -> XProblemType.of(error).stream())
                .map(type -> switch (type) {
                    case FIELD_HYDRATION_FAILURE -> MeasureState.NOT_AVAILABLE;
                    case NOT_AUTHORIZED_FOR_FIELD, FIELD_UNAUTHORIZED -> MeasureState.NOT_PERMITTED;
                    default -> MeasureState.UNREADABLE;
                })
                .filter(state -> state != MeasureState.UNREADABLE)
                .findFirst()
                .orElse(MeasureState.UNREADABLE);
    }

    private List<Fields> errors() {
        return answer.body().items("errors");
    }

    private PlatformProblem withoutData() {
        return PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, answer.endpoint(), answer.status() + " without data");
    }

    private PlatformProblem problem(Fields error) {
        Optional<XProblemType> type = XProblemType.of(error);
        ProblemCode code = type.map(XProblemType::code).orElse(ProblemCode.CONTRACT_DRIFT);
        boolean isByName =
                error.text("parameter").filter(XClient.USERNAMES::equals).isPresent();
        return PlatformProblem.of(
                code == ProblemCode.GONE && isByName ? ProblemCode.RENAMED_OR_GONE : code,
                answer.endpoint(),
                answer.status() + " " + type.map(XProblemType::segment).orElse("error of an unknown type"));
    }

    private static boolean isAbout(Fields error, String value) {
        return error.text("value").filter(value::equalsIgnoreCase).isPresent()
                || error.text("resource_id").filter(value::equalsIgnoreCase).isPresent();
    }

    private static boolean isAboutPost(Fields error) {
        return error.text("resource_type")
                .filter(type -> type.equals("tweet") || type.equals("post"))
                .isPresent();
    }

    private static String id(Fields error) {
        return error.text("resource_id").or(() -> error.text("value")).orElse("");
    }
}
