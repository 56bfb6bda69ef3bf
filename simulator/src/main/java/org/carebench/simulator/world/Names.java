package org.carebench.simulator.world;

import java.util.List;
import java.util.Locale;

/** Invented names of persons. */
final class Names {

    private static final List<String> FIRST = List.of(
            "Ardela", "Brisol", "Calvina", "Dorrin", "Elvane", "Fennick", "Gisola", "Harlen", "Isolde", "Jorvin",
            "Kelmara", "Lorendo", "Mirabel", "Nevin", "Orlana", "Perrin", "Quenby", "Rosalva", "Silvano", "Talia",
            "Ulmer", "Vendela");
    private static final List<String> LAST = List.of(
            "Tarnel",
            "Quillen",
            "Marsolet",
            "Brandel",
            "Corvane",
            "Delmarch",
            "Estovar",
            "Fallowell",
            "Grimsel",
            "Hartove",
            "Iverlan",
            "Jastrow",
            "Kestrin",
            "Lumbard",
            "Moravel",
            "Norvane",
            "Ostrell",
            "Pellano",
            "Rindall",
            "Sorvette");

    private Names() {}

    static String first(Draws draws) {
        return draws.pick(FIRST);
    }

    static String last(Draws draws) {
        return draws.pick(LAST);
    }

    static Person person(Platform platform, int index) {
        Draws draws = Draws.of(Draws.seed(platform.seedPart(), 90, index));
        String first = first(draws);
        String last = last(draws);
        String user = (first + "." + last).toLowerCase(Locale.ROOT) + index;
        String plain = user.replace(".", "");
        String handle = switch (platform) {
            case BLUESKY -> plain + ".people.example";
            case MASTODON -> plain + "@people.example";
            case X -> (first.substring(0, 3) + last.substring(0, 3) + index).toLowerCase(Locale.ROOT);
            default -> plain;
        };
        return new Person(
                platform, index, PlatformIds.person(platform, index), handle, first + " " + last.charAt(0) + ".");
    }
}
