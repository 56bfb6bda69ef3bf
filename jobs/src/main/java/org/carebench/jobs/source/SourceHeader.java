package org.carebench.jobs.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a file keeps the columns of its format. Columns that the format does not know are ignored. */
final class SourceHeader {

    private final Map<String, Integer> positions;
    private final int fieldCount;

    private SourceHeader(Map<String, Integer> positions, int fieldCount) {
        this.positions = positions;
        this.fieldCount = fieldCount;
    }

    /**
     * Finds the columns of a format in the header of a file.
     *
     * @throws SourceFileException where a column that a file may not lack is missing, or one stands there twice
     */
    static SourceHeader resolve(String file, List<String> found, List<SourceColumn> needed) {
        Map<String, Integer> byName = positionsByName(file, found);
        Map<String, Integer> positions = new HashMap<>();
        for (SourceColumn column : needed) {
            Optional<Integer> position = column.acceptedNames()
                    .filter(byName::containsKey)
                    .map(byName::get)
                    .findFirst();
            if (position.isEmpty() && !column.isOptional()) {
                throw new SourceFileException("Cannot read " + file + ": its header has no column "
                        + column.acceptedNames().map(name -> "'" + name + "'").collect(Collectors.joining(" or "))
                        + ". Check that this is the file that the profile means, or correct its header.");
            }
            position.ifPresent(at -> positions.put(column.name(), at));
        }
        return new SourceHeader(positions, found.size());
    }

    int fieldCount() {
        return fieldCount;
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("Cannot find column " + column + ": the format does not declare it");
        }
        return position;
    }

    private static Map<String, Integer> positionsByName(String file, List<String> found) {
        Map<String, Integer> byName = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            if (byName.put(found.get(i).strip(), i) != null) {
                twice.add(found.get(i).strip());
            }
        }
        if (!twice.isEmpty()) {
            throw new SourceFileException("Cannot read " + file + ": its header names "
                    + twice.stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                    + " more than once, so that it is not clear which column is meant. Rename one of them.");
        }
        return byName;
    }
}
