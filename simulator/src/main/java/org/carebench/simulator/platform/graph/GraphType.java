package org.carebench.simulator.platform.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.carebench.simulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A type of node and the fields that it has. A field without a value is left out of the answer; so is "id" where it is not
 * given, and it is given unasked otherwise.
 *
 * @param <T> what a node is made from
 */
public final class GraphType<T> {

    private static final String ID = "id";

    private final String name;
    private final List<String> usual;
    private final Map<String, BiFunction<T, GraphField, @Nullable JsonNode>> fields = new LinkedHashMap<>();

    /**
     * @param name of the type, as errors tell it
     * @param usual fields of a node of which none is asked for
     */
    public GraphType(String name, String... usual) {
        this.name = name;
        this.usual = List.of(usual);
    }

    public GraphType<T> text(String field, Function<T, @Nullable String> value) {
        return object(field, source -> {
            String text = value.apply(source);
            return text == null ? null : JsonNodeFactory.instance.stringNode(text);
        });
    }

    public GraphType<T> number(String field, Function<T, @Nullable Long> value) {
        return object(field, source -> {
            Long number = value.apply(source);
            return number == null ? null : JsonNodeFactory.instance.numberNode(number);
        });
    }

    public GraphType<T> flag(String field, Function<T, Boolean> value) {
        return object(field, source -> JsonNodeFactory.instance.booleanNode(value.apply(source)));
    }

    public GraphType<T> object(String field, Function<T, @Nullable JsonNode> value) {
        return edge(field, (source, asked) -> value.apply(source));
    }

    /** A field whose value depends on its modifiers and on the fields that are asked of it. */
    public GraphType<T> edge(String field, BiFunction<T, GraphField, @Nullable JsonNode> value) {
        fields.put(field, value);
        return this;
    }

    /**
     * A node with the fields that are asked for, or with the usual ones.
     *
     * @throws org.carebench.simulator.http.Refusal where the type has no such field
     */
    public ObjectNode render(T source, List<GraphField> asked) {
        ObjectNode node = Json.object();
        if (asked.isEmpty()) {
            usual.forEach(field -> set(node, source, new GraphField(field, Map.of(), List.of())));
        }
        asked.forEach(field -> set(node, source, field));
        if (!node.has(ID) && fields.containsKey(ID)) {
            set(node, source, new GraphField(ID, Map.of(), List.of()));
        }
        return node;
    }

    private void set(ObjectNode node, T source, GraphField asked) {
        BiFunction<T, GraphField, @Nullable JsonNode> field = fields.get(asked.name());
        if (field == null) {
            throw GraphError.parameter(
                            "Tried accessing nonexisting field (" + asked.name() + ") on node type (" + name + ")")
                    .refusal();
        }
        JsonNode value = field.apply(source, asked);
        if (value != null) {
            node.set(asked.name(), value);
        }
    }
}
