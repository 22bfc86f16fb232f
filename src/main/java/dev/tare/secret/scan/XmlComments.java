package dev.tare.secret.scan;

/** Takes what is commented out of XML. */
final class XmlComments {

    private static final String BEGIN = "<!--";

    private static final String END = "-->";

    private XmlComments() {}

    /** The text with blanks for its comments, so that every line keeps its number; one without end is none. */
    static String blanked(String text) {
        StringBuilder blanked = new StringBuilder(text.length());
        int copied = 0;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, copied)) {
            int end = text.indexOf(END, begin + BEGIN.length());
            if (end < 0) {
                break;
            }
            blanked.append(text, copied, begin);
            copied = end + END.length();
            for (int i = begin; i < copied; i++) {
                blanked.append(text.charAt(i) == '\n' ? '\n' : ' ');
            }
        }
        return blanked.append(text, copied, text.length()).toString();
    }
}
