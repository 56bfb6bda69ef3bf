package org.carebench.jobs.platform.linkedin;

import java.util.Collection;
import java.util.stream.Collectors;
import org.carebench.jobs.platform.Address;

/** LinkedIn's names of things, for example {@code urn:li:organization:2414183}. */
final class Urn {

    private static final String ORGANIZATION = "urn:li:organization:";

    private Urn() {}

    static String organization(String id) {
        return ORGANIZATION + id;
    }

    /** The number of an organization that is given as a number or as a URN. */
    static String organizationId(String idOrUrn) {
        return idOrUrn.startsWith(ORGANIZATION) ? idOrUrn.substring(ORGANIZATION.length()) : idOrUrn;
    }

    static boolean isOrganization(String idOrUrn) {
        return organizationId(idOrUrn).matches("\\d+");
    }

    /** The kind of a URN, for example share or ugcPost; empty where it is none. */
    static String kind(String urn) {
        String[] parts = urn.split(":", 4);
        return parts.length == 4 ? parts[2] : "";
    }

    /**
     * The comment's own number within {@code urn:li:comment:(urn:li:activity:7,8)}. The post before it is named by one of
     * several aliases, so that only the number is the same everywhere.
     */
    static String commentId(String idOrUrn) {
        return idOrUrn.substring(idOrUrn.lastIndexOf(',') + 1).replace(")", "");
    }

    /** A list as Rest.li wants it: its items are encoded, its brackets and commas are not. */
    static String list(Collection<String> urns) {
        return urns.stream().map(Address::encoded).collect(Collectors.joining(",", "List(", ")"));
    }
}
