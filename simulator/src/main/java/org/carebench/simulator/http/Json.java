package org.carebench.simulator.http;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as it goes over the wire. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** A new object; its fields keep the order in which they are put. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A new array of texts. */
    public static ArrayNode texts(Iterable<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /**
     * Reads JSON.
     *
     * @throws tools.jackson.core.JacksonException where it is none
     */
    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    /** UTF-8 without line breaks. */
    public static byte[] write(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }
}
