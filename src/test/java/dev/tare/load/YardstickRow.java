package dev.tare.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/** Four texts of a row of the yardstick's page. */
record YardstickRow(String first, String second, String third, String fourth) {

    /** The bytes of the template outside of its rows. */
    private static final int PAGE_BYTES = 115;

    /** The bytes of a row without its texts. */
    private static final int ROW_BYTES = 150;

    private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]*\\S[^<>]*(?=<)");

    /** The rows of a page of about the size of another page, with the texts of that page in their order. */
    static List<YardstickRow> like(String html) {
        List<String> texts = TEXT.matcher(html).results().map(text -> HtmlUtils.htmlUnescape(text.group())).toList();
        List<YardstickRow> rows = new ArrayList<>();
        int next = 0;
        for (int left = bytes(html) - PAGE_BYTES; left > 0; next += 4) {
            YardstickRow row = new YardstickRow(text(texts, next), text(texts, next + 1), text(texts, next + 2),
                    text(texts, next + 3));
            left -= row.bytes();
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    private int bytes() {
        return ROW_BYTES + bytes(escaped(this.first)) + bytes(escaped(this.second)) + bytes(escaped(this.third))
                + bytes(escaped(this.fourth));
    }

    private static String text(List<String> texts, int index) {
        return texts.get(index % texts.size());
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
