package org.carebench.jobs.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carebench.jobs.run.Decision;
import org.carebench.jobs.run.ExecutionStatus;
import org.carebench.jobs.run.Mode;
import org.carebench.jobs.run.NightJob;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document says what the code does: every path, every parameter, every member, and what may be null. */
class OpenApiTest {

    private static final JsonNode DOCUMENT = document();

    @Test
    void hasEveryOperationAndNoOther() {
        Map<String, String> operations = new TreeMap<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey() + " " + path.getKey(),
                                operation.getValue().path("operationId").stringValue())));
        Map<String, String> methods = new TreeMap<>();
        handlers().forEach(handler -> methods.put(operation(handler), handler.getName()));

        assertThat(operations).isEqualTo(methods);
    }

    @Test
    void hasEveryParameterOfEveryOperation() {
        handlers()
                .forEach(handler -> assertThat(documentedParameters(handler))
                        .as(handler.getName())
                        .containsExactlyInAnyOrderElementsOf(parameters(handler)));
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("Execution", ExecutionResource.class),
                Arguments.of("Progress", ExecutionResource.Progress.class),
                Arguments.of("Count", ExecutionResource.Count.class),
                Arguments.of("Links", ExecutionResource.Links.class),
                Arguments.of("Job", JobsController.JobResource.class),
                Arguments.of("Parameter", NightJob.Parameter.class),
                Arguments.of("FieldError", InvalidRequestException.FieldError.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void hasEveryMemberOfTheAnswersInItsOrder(String schema, Class<? extends Record> type) {
        assertThat(names(schema(schema).path("properties")))
                .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void saysWhichMembersMayBeNull(String schema, Class<? extends Record> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !component.getName().equals("decision");
            assertThat(mayBeNull(schema(schema).path("properties").path(component.getName())))
                    .as(component.getName())
                    .isEqualTo(isNullable);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void requiresEveryMemberThatIsAlwaysThere(String schema, Class<? extends Record> type) {
        assertThat(texts(schema(schema).path("required")))
                .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("decision"))
                        .toList());
    }

    @Test
    void hasEveryWordOfTheVocabularies() {
        JsonNode execution = schema("Execution").path("properties");

        assertThat(texts(execution.path("status").path("enum"))).isEqualTo(words(ExecutionStatus.values()));
        assertThat(texts(execution.path("decision").path("enum"))).isEqualTo(words(Decision.values()));
        assertThat(texts(schema("Start").path("properties").path("mode").path("enum")))
                .isEqualTo(words(Mode.values()));
    }

    /** What the reader of requests knows, tried out member by member. */
    @Test
    void hasTheMembersThatRequestsMayHave() {
        assertThat(names(schema("Start").path("properties")))
                .containsExactlyInAnyOrderElementsOf(known(
                        "nobody knows no-such-member; known are ",
                        () -> RequestReader.start(
                                new org.carebench.jobs.run.Probe("probe", org.carebench.jobs.run.Probe::done),
                                "k",
                                json("{\"businessDate\":\"2026-11-21\",\"no-such-member\":1}"))));
        assertThat(names(schema("Caller").path("properties")))
                .containsExactlyInAnyOrderElementsOf(known(
                        "nobody knows caller.no-such-member; known are ",
                        () -> RequestReader.start(
                                new org.carebench.jobs.run.Probe("probe", org.carebench.jobs.run.Probe::done),
                                "k",
                                json("{\"businessDate\":\"2026-11-21\",\"caller\":{\"no-such-member\":1}}"))));
        assertThat(names(schema("Stop").path("properties")))
                .containsExactlyInAnyOrderElementsOf(known(
                        "nobody knows no-such-member; known are ",
                        () -> RequestReader.stop(json("{\"attempt\":1,\"no-such-member\":1}"))));
    }

    @Test
    void refersOnlyToWhatItDefines() {
        List<String> references = new ArrayList<>();
        collectReferences(DOCUMENT, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static List<String> known(String start, Runnable request) {
        try {
            request.run();
        } catch (InvalidRequestException e) {
            String message = e.errors().get(0).message();
            assertThat(message).startsWith(start);
            return List.of(message.substring(start.length()).split(", ", -1));
        }
        throw new AssertionError("The request was accepted");
    }

    private static List<String> documentedParameters(Method handler) {
        String[] operation = operation(handler).split(" ", 2);
        JsonNode documented = DOCUMENT.path("paths").path(operation[1]).path(operation[0]);
        List<String> parameters = new ArrayList<>();
        documented
                .path("parameters")
                .forEach(parameter -> parameters.add(parameter.path("in").stringValue() + " "
                        + parameter.path("name").stringValue() + " "
                        + parameter.path("required").booleanValue()));
        if (documented.has("requestBody")) {
            parameters.add("body");
        }
        return parameters;
    }

    private static List<String> parameters(Method handler) {
        return Arrays.stream(handler.getParameters())
                .map(parameter -> {
                    RequestParam query = parameter.getAnnotation(RequestParam.class);
                    RequestHeader header = parameter.getAnnotation(RequestHeader.class);
                    if (parameter.isAnnotationPresent(PathVariable.class)) {
                        return "path " + parameter.getName() + " true";
                    } else if (parameter.isAnnotationPresent(RequestBody.class)) {
                        return "body";
                    } else if (query != null) {
                        boolean hasDefault = !query.defaultValue()
                                .equals(org.springframework.web.bind.annotation.ValueConstants.DEFAULT_NONE);
                        return "query " + parameter.getName() + " " + (query.required() && !hasDefault);
                    }
                    // The reader requires it, so that one answer says everything that is wrong.
                    return "header " + header.name() + " true";
                })
                .toList();
    }

    private static List<Method> handlers() {
        return Arrays.stream(JobsController.class.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .toList();
    }

    private static String operation(Method handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class);
        return mapping.method()[0].name().toLowerCase(java.util.Locale.ROOT) + " " + ExecutionResources.BASE
                + mapping.path()[0];
    }

    private static boolean mayBeNull(JsonNode property) {
        return texts(property.path("type")).contains("null")
                || Stream.of(property.path("oneOf"))
                        .flatMap(JsonNode::valueStream)
                        .anyMatch(one -> one.path("type").asString("").equals("null"));
    }

    private static void collectReferences(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").stringValue());
        }
        node.forEach(child -> collectReferences(child, references));
    }

    private static JsonNode schema(String name) {
        return DOCUMENT.path("components").path("schemas").path(name);
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode document() {
        try (InputStream file = OpenApiTest.class.getResourceAsStream("openapi.json")) {
            return JsonMapper.shared().readTree(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
