package dev.tare.web.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.image.HistoryEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Ownership;
import dev.tare.inspection.ledger.Rules;
import dev.tare.report.document.VisibleText;
import dev.tare.web.request.InvalidParameterException;
import dev.tare.web.request.PolicyParameters;
import dev.tare.wording.Bytes;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import static java.util.stream.Collectors.joining;

/** The page of one file: both versions, and the layers that contain it. */
@Controller
class FileController {

    private final ViewedPair.Finder pairs;

    FileController(ViewedPair.Finder pairs) {
        this.pairs = pairs;
    }

    @GetMapping("/comparisons/{id}/file")
    ModelAndView file(HttpServletRequest request, @PathVariable String id, Parameters asked,
            PolicyParameters policy) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to(), policy.toPolicy());
        String path = asked.path() == null ? "" : asked.path().replaceFirst("^/+", "");
        if (!has(pair.before(), path) && !has(pair.after(), path)) {
            throw new InvalidParameterException("The parameter \"path\" names no file of these images.");
        }
        return this.pairs.page(request, pair, "file", () -> {
            List<Version> versions = pair.single() ? List.of(Version.of(pair.before(), pair.from(), path))
                    : List.of(Version.of(pair.before(), pair.from(), path), Version.of(pair.after(), pair.to(), path));
            return Map.of("path", "/" + VisibleText.of(path), "versions", versions, "facts", Fact.of(versions));
        });
    }

    /** Whether a layer of an image has the file, even if no container sees it. */
    private static boolean has(Inspection inspection, String path) {
        return inspection.files().get(path) != null
                || inspection.weight().waste().stream().anyMatch(file -> file.path().equals(path));
    }

    record Parameters(@Nullable Integer from, @Nullable Integer to, @Nullable String path) {}

    /**
     * A fact about the file.
     *
     * @param values  of the images, with {@code null} if the file has none
     * @param differs whether the images differ in it
     */
    record Fact(String name, List<@Nullable String> values, boolean differs) {

        private static List<Fact> of(List<Version> versions) {
            return versions.stream().flatMap(version -> version.facts().keySet().stream()).distinct().map(name -> {
                List<@Nullable String> values = new ArrayList<>();
                versions.forEach(version -> values.add(version.facts().get(name)));
                return new Fact(name, values, !Objects.equals(values.getFirst(), values.getLast()));
            }).toList();
        }
    }

    /** What a layer does with the file, and the step that created the layer. */
    record Event(int layer, String event, @Nullable String step) {}

    /**
     * The file in one image.
     *
     * @param index  of the image
     * @param facts  names and values; empty if no container sees the file
     * @param events the lowest layer first
     */
    record Version(int index, String image, Map<String, String> facts, List<Event> events) {

        Version {
            events = List.copyOf(events);
        }

        static Version of(Inspection inspection, int index, String path) {
            FileEntry entry = inspection.files().get(path);
            return new Version(index, VisibleText.of(inspection.image().name()),
                    entry == null ? Map.of() : facts(inspection, entry), events(inspection, path, entry));
        }

        private static Map<String, String> facts(Inspection inspection, FileEntry entry) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("Type", entry.type().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            if (entry.isFile()) {
                facts.put("Size", Bytes.exact(entry.size()));
            }
            facts.put("Mode", String.format(Locale.ROOT, "%04o", entry.mode()));
            facts.put("User and group", entry.uid() + ":" + entry.gid());
            if (entry.linkTarget() != null) {
                facts.put("Link to", VisibleText.of(entry.linkTarget()));
            }
            if (entry.sameFileAs() != null) {
                facts.put("Hard link to", "/" + VisibleText.of(entry.sameFileAs()));
            }
            if (entry.isFile()) {
                Ownership owner = new Rules(inspection).of(inspection.files().indexOf(entry.path()));
                facts.put("Part of", Stream.of(owner.chapter().title(), owner.line(), owner.owner())
                        .distinct()
                        .map(VisibleText::of)
                        .collect(joining(" \u203a ")));
            }
            if (entry.content() != null) {
                facts.put("SHA-256", entry.content().hex());
            }
            return facts;
        }

        private static List<Event> events(Inspection inspection, String path, @Nullable FileEntry entry) {
            Map<Integer, String> events = new TreeMap<>();
            for (WastedFile file : inspection.weight().waste()) {
                if (file.path().equals(path)) {
                    events.put(file.layer(), "adds " + Bytes.exact(file.bytes()) + ", which no container sees");
                    events.putIfAbsent(file.hiddenBy(), "deletes or replaces it");
                }
            }
            if (entry != null) {
                String what = entry.isFile() ? Bytes.exact(entry.size()) : "it";
                events.put(entry.layer(),
                        events.containsKey(entry.layer()) ? "replaces it with " + what : "adds " + what);
            }
            List<Event> shown = new ArrayList<>();
            events.forEach((layer, event) -> shown.add(new Event(layer + 1, event, step(inspection, layer))));
            return shown;
        }

        private static @Nullable String step(Inspection inspection, int layer) {
            HistoryEntry step = inspection.weight().layers().get(layer).layer().history();
            return step == null || step.createdBy() == null || step.createdBy().isBlank() ? null
                    : VisibleText.shortened(VisibleText.of(step.createdBy()), 300);
        }
    }
}
