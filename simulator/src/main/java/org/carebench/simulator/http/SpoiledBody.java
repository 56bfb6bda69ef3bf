package org.carebench.simulator.http;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as a platform would send them after a change that it told nobody, or after a mishap. */
final class SpoiledBody {

    private static final String NEWS = "simulatedNews";

    private SpoiledBody() {}

    /** A copy in which every object has a field that nobody knows. */
    static JsonNode withUnknownFields(JsonNode body) {
        JsonNode copy = body.deepCopy();
        addNews(copy);
        return copy;
    }

    private static void addNews(JsonNode node) {
        node.forEach(SpoiledBody::addNews);
        if (node instanceof ObjectNode object) {
            object.set(NEWS, Json.object().put("since", "2026"));
        }
    }

    /** A copy in which a field has another name wherever it stands. */
    static JsonNode withRenamedField(JsonNode body, String field, String to) {
        if (body instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties()
                    .forEach(property -> copy.set(
                            property.getKey().equals(field) ? to : property.getKey(),
                            withRenamedField(property.getValue(), field, to)));
            return copy;
        }
        if (body instanceof ArrayNode array) {
            ArrayNode copy = Json.array();
            array.forEach(element -> copy.add(withRenamedField(element, field, to)));
            return copy;
        }
        return body;
    }

    /** A copy in which every number is a text. */
    static JsonNode withNumbersAsText(JsonNode body) {
        if (body instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties()
                    .forEach(property -> copy.set(property.getKey(), withNumbersAsText(property.getValue())));
            return copy;
        }
        if (body instanceof ArrayNode array) {
            ArrayNode copy = Json.array();
            array.forEach(element -> copy.add(withNumbersAsText(element)));
            return copy;
        }
        return body.isNumber() ? Json.array().add(body.asString()).get(0) : body;
    }

    /** The first half of a body. */
    static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }
}
