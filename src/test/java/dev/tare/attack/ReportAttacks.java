package dev.tare.attack;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.attack.Attack.Strength;
import dev.tare.attack.Attacker.Form;

/** Attacks on the memory and the processors with reports. */
final class ReportAttacks {

    private static final int LABEL = 7_900_000;

    private static final int FILES = 170_000;

    private static final int READERS = 12;

    private static final int CONNECTIONS = 64;

    private static final List<String> VIEWS = List.of("/comparisons/%s?rows=1000", "/comparisons/%s?from=1&to=0",
            "/api/comparisons/%s", "/comparisons/%s/report.json", "/comparisons/%s/report.md",
            "/comparisons/%s/report.txt", "/comparisons/%s/chart.svg", "/comparisons/%s/chart.png",
            "/comparisons/%s/images/0/files.csv", "/comparisons/%s/images/1/sbom.json");

    private ReportAttacks() {}

    static List<Attack<?>> of(Strength strength) {
        return List.of(
                new Attack<>("four images with a label of 7.9 MB each, and twelve readers of all views", 2,
                        () -> labels(strength), ReportAttacks::uploadAndRead),
                new Attack<>("the same upload six times at once", () -> labels(strength),
                        (attacker, form) -> attacker.repeatedly(6, _ -> attacker.upload(form))),
                new Attack<>(
                        "two images of 170,000 files, and twelve readers of all views with other waivers each time", 2,
                        () -> files(strength), ReportAttacks::uploadAndRead),
                Attack.of("64 connections that read the home page and the list",
                        (attacker, _) -> attacker.repeatedly(CONNECTIONS,
                                i -> attacker.get(i % 2 == 0 ? "/" : "/api/comparisons"))),
                new Attack<>("64 connections that read a small comparison with other waivers each time",
                        () -> Form.of(AttackArchives.small("one"), AttackArchives.small("two")),
                        (attacker, form) -> {
                            String id = attacker.create(form);
                            attacker.repeatedly(CONNECTIONS, i -> attacker.get(waived("/comparisons/" + id, i)));
                        }));
    }

    private static Form labels(Strength strength) {
        return Form.of(IntStream.range(0, 4)
                .mapToObj(i -> AttackArchives.labelled("labelled:" + i, strength.of(LABEL)))
                .toArray(byte[][]::new));
    }

    private static Form files(Strength strength) {
        return Form.of(AttackArchives.files("before", strength.of(FILES)),
                AttackArchives.files("after", strength.of(FILES)));
    }

    private static void uploadAndRead(Attacker attacker, Form form) throws IOException, InterruptedException {
        String id = attacker.create(form);
        attacker.repeatedly(READERS, i -> attacker
                .get(i % 3 == 0 ? waived("/api/comparisons/" + id, i) : VIEWS.get(i % VIEWS.size()).formatted(id)));
    }

    private static String waived(String path, int number) {
        return path + "?waive=few-layers=reason-" + number;
    }
}
