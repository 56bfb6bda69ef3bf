package org.carebench.jobs.service;

import java.util.List;

/** A request that would be wrong however often it were repeated. */
class InvalidRequestException extends RuntimeException {

    private final List<FieldError> errors;

    InvalidRequestException(List<FieldError> errors) {
        super("Cannot accept the request: "
                + String.join("; ", errors.stream().map(FieldError::message).toList()));
        this.errors = List.copyOf(errors);
    }

    static InvalidRequestException of(String field, String message) {
        return new InvalidRequestException(List.of(new FieldError(field, message)));
    }

    List<FieldError> errors() {
        return errors;
    }

    /** What is wrong with a member, header or parameter. */
    record FieldError(String field, String message) {}
}
