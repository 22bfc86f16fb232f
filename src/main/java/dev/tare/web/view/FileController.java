package dev.tare.web.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.image.HistoryEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Ownership;
import dev.tare.inspection.ledger.Rules;
import dev.tare.report.document.VisibleText;
import dev.tare.web.request.InvalidParameterException;
import dev.tare.wording.Bytes;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of one file: both versions, and the layers that contain it. */
@Controller
class FileController {

    private final ViewedPair.Finder pairs;

    FileController(ViewedPair.Finder pairs) {
        this.pairs = pairs;
    }

    @GetMapping("/comparisons/{id}/file")
    ModelAndView file(HttpServletRequest request, @PathVariable String id, Parameters asked) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to());
        String path = asked.path() == null ? "" : asked.path().replaceFirst("^/+", "");
        if (!has(pair.before(), path) && !has(pair.after(), path)) {
            throw new InvalidParameterException("The parameter \"path\" names no file of these images.");
        }
        return this.pairs.page(request, pair, "file", () -> {
            Version before = Version.of(pair.before(), path);
            return Map.of("path", "/" + VisibleText.of(path), "versions",
                    pair.single() ? List.of(before) : List.of(before, Version.of(pair.after(), path)));
        });
    }

    /** Whether a layer of an image has the file, even if no container sees it. */
    private static boolean has(Inspection inspection, String path) {
        return inspection.files().get(path) != null
                || inspection.weight().waste().stream().anyMatch(file -> file.path().equals(path));
    }

    record Parameters(@Nullable Integer from, @Nullable Integer to, @Nullable String path) {}

    /**
     * The file in one image.
     *
     * @param facts  names and values; empty if no container sees the file
     * @param events what layers do with the file, the lowest first
     */
    record Version(String image, Map<String, String> facts, List<String> events) {

        Version {
            events = List.copyOf(events);
        }

        static Version of(Inspection inspection, String path) {
            FileEntry entry = inspection.files().get(path);
            return new Version(VisibleText.of(inspection.image().name()),
                    entry == null ? Map.of() : facts(inspection, entry), events(inspection, path, entry));
        }

        private static Map<String, String> facts(Inspection inspection, FileEntry entry) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("Type", entry.type().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            facts.put("Size", Bytes.exact(entry.size()));
            facts.put("Mode", String.format(Locale.ROOT, "%04o", entry.mode()));
            facts.put("Owner", entry.uid() + ":" + entry.gid());
            facts.put("Layer", String.valueOf(entry.layer() + 1));
            if (entry.linkTarget() != null) {
                facts.put("Link to", VisibleText.of(entry.linkTarget()));
            }
            if (entry.sameFileAs() != null) {
                facts.put("Hard link to", "/" + VisibleText.of(entry.sameFileAs()));
            }
            if (entry.content() != null) {
                facts.put("SHA-256", entry.content().hex());
            }
            if (entry.isFile()) {
                Ownership owner = new Rules(inspection).of(inspection.files().indexOf(entry.path()));
                facts.put("Belongs to", VisibleText.of(owner.chapter().title() + " \u203a " + owner.line() + " \u203a "
                        + owner.owner()));
            }
            return facts;
        }

        private static List<String> events(Inspection inspection, String path, @Nullable FileEntry entry) {
            Map<Integer, String> events = new TreeMap<>();
            for (WastedFile file : inspection.weight().waste()) {
                if (file.path().equals(path)) {
                    events.put(file.layer(), "has " + Bytes.exact(file.bytes()));
                    events.putIfAbsent(file.hiddenBy(), "deletes or replaces it");
                }
            }
            if (entry != null) {
                events.put(entry.layer(), (events.containsKey(entry.layer()) ? "replaces it: has " : "has ")
                        + Bytes.exact(entry.size()));
            }
            List<String> shown = new ArrayList<>();
            events.forEach((layer, event) -> shown.add("Layer " + (layer + 1) + " " + event + step(inspection, layer)));
            return shown;
        }

        private static String step(Inspection inspection, int layer) {
            HistoryEntry step = inspection.weight().layers().get(layer).layer().history();
            return step == null || step.createdBy() == null ? "" : ", by " + VisibleText.of(step.createdBy());
        }
    }
}
