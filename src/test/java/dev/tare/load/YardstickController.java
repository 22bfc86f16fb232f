package dev.tare.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a page and with JSON of the size of a sample. The profile keeps it out of Tare's own tests. */
@Controller
@Profile(YardstickController.PROFILE)
class YardstickController {

    static final String PROFILE = "yardstick";

    private final Path samples;

    private final Map<String, List<YardstickRow>> pages = new ConcurrentHashMap<>();

    private final Map<String, Object> documents = new ConcurrentHashMap<>();

    YardstickController(@Value("${yardstick.samples}") Path samples) {
        this.samples = samples;
    }

    /** A table with texts of the sample. */
    @GetMapping("/pages/{name}")
    String page(@PathVariable String name, Model model) {
        model.addAttribute("title", name);
        model.addAttribute("rows", this.pages.computeIfAbsent(name, known -> YardstickRow.like(sample(known))));
        return "yardstick";
    }

    /** The same content as the sample, as maps and lists. */
    @GetMapping(path = "/json/{name}", produces = "application/json")
    @ResponseBody
    Object json(@PathVariable String name) {
        return this.documents.computeIfAbsent(name,
                known -> JsonMapper.shared().readValue(sample(known), Object.class));
    }

    private String sample(String name) {
        try {
            return Files.readString(this.samples.resolve(name));
        } catch (IOException ex) {
            throw new IllegalStateException("There is no sample " + name, ex);
        }
    }
}
