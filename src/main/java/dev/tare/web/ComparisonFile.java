package dev.tare.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.Digest;
import dev.tare.report.ComparisonReport;
import dev.tare.web.html.DocumentHtml;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes the page of a comparison as one file, which a browser shows without the service and without a network. It uses
 * the template of the service, but does not start Spring. Links that lead to the service are left out.
 */
public final class ComparisonFile {

    private static final String STYLES = "/static/tare.css";

    /** Forms, and paragraphs with nothing but a link to the service. */
    private static final Pattern ACTION = Pattern.compile(
            "<form\\b.*?</form>|<p><a(?: class=\"[^\"<>]*\")?[^<>]* href=\"/[^<>]*>[^<>]*</a></p>", Pattern.DOTALL);

    /** Links to the service. Those with a class are names, such as that of an image. */
    private static final Pattern LINK =
            Pattern.compile("<a(?: class=\"([^\"<>]*)\")?[^<>]* href=\"/[^<>]*>(.*?)</a>", Pattern.DOTALL);

    private ComparisonFile() {}

    /** Writes a report of one or more images. Of more than two, the first two are explained. */
    public static void write(ComparisonReport report, Writer out) throws IOException {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("page",
                ComparisonPage.of("", report, new View(null, null, View.MOST_ROWS, null, null), List.of()));
        context.setVariable("offline", Offline.of(styles()));
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME, beans());
        StringWriter page = new StringWriter();
        engine().process("comparison", context, page);
        out.write(withoutService(page.toString()));
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(ComparisonFile.class.getClassLoader());
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }

    /** Templates call {@code @html}. */
    private static StandardEvaluationContext beans() {
        DocumentHtml html = new DocumentHtml();
        StandardEvaluationContext beans = new StandardEvaluationContext();
        beans.setBeanResolver((context, name) -> {
            if (name.equals("html")) {
                return html;
            }
            throw new IllegalStateException("A file has no bean " + name);
        });
        return beans;
    }

    private static String styles() throws IOException {
        try (InputStream in = Objects.requireNonNull(ComparisonFile.class.getResourceAsStream(STYLES))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String withoutService(String page) {
        return LINK.matcher(ACTION.matcher(page).replaceAll(""))
                .replaceAll(link -> link.group(1) == null ? ""
                        : Matcher.quoteReplacement(
                                "<span class=\"" + link.group(1) + "\">" + link.group(2) + "</span>"));
    }

    /**
     * The parts of a page that replace files of the service.
     *
     * @param policy allows these styles and nothing else
     */
    public record Offline(String styles, String policy) {

        private static Offline of(String styles) {
            byte[] digest = Digest.newSha256().digest(styles.getBytes(StandardCharsets.UTF_8));
            return new Offline(styles, "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(digest) + "'; base-uri 'none'; form-action 'none'");
        }
    }
}
