package dev.tare.ci;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in of GitHub and GitLab on a loopback address, with the comments of request 7. */
final class Forge implements AutoCloseable {

    static final String TOKEN = "token_of-the.job1";

    /** The user of the token. */
    static final String BOT = "github-actions[bot]";

    private static final Pattern PATH = Pattern.compile("/(?:repos/team/app/issues/(?:7/)?comments"
            + "|projects/3/merge_requests/7/notes)(?:/(\\d+))?(?:\\?per_page=100&page=(\\d+)(&.*)?)?");

    private final RawServer server = RawServer.start(this::answer);

    private final List<Comment> comments = new CopyOnWriteArrayList<>();

    private volatile @Nullable Failure failure;

    String address() {
        return "http://" + this.server.host();
    }

    List<Request> requests() {
        return this.server.requests();
    }

    List<Comment> comments() {
        return List.copyOf(this.comments);
    }

    /** The body of the only comment of the bot. */
    String report() {
        List<String> own = this.comments.stream()
                .filter(comment -> comment.author().equals(BOT))
                .map(Comment::body)
                .toList();
        if (own.size() != 1) {
            throw new AssertionError("The bot has " + own.size() + " comments");
        }
        return own.getFirst();
    }

    void add(String author, String body) {
        this.comments.add(new Comment(this.comments.size() + 1L, author, body));
    }

    /** From now on, requests with this method fail. */
    void fail(String method, int status, String message) {
        this.failure = new Failure(method, status, message);
    }

    @Override
    public void close() {
        this.server.close();
    }

    private void answer(Request request, OutputStream out) throws IOException {
        Matcher path = PATH.matcher(request.path());
        Failure wanted = this.failure;
        boolean known = request.headers().getOrDefault("authorization", "").equals("Bearer " + TOKEN)
                || request.headers().getOrDefault("private-token", "").equals(TOKEN);
        if (!known) {
            answer(out, 401, Map.of("message", "Bad credentials"));
        } else if (wanted != null && wanted.method().equals(request.method())) {
            answer(out, wanted.status(), Map.of("message", wanted.message()));
        } else if (request.path().equals("/user")) {
            answer(out, 200, Map.of("plan", Map.of("login", "nested"), "login", BOT, "id", 9));
        } else if (!path.matches()) {
            answer(out, 404, Map.of("message", "Not Found"));
        } else {
            answer(request, path, out);
        }
    }

    private void answer(Request request, Matcher path, OutputStream out) throws IOException {
        switch (request.method()) {
            case "GET" -> answer(out, 200, this.comments.stream()
                    .skip(100 * (Long.parseLong(path.group(2)) - 1))
                    .limit(100)
                    .map(Comment::form)
                    .toList());
            case "POST" -> {
                add(BOT, body(request));
                answer(out, 201, this.comments.getLast().form());
            }
            default -> {
                int index = Integer.parseInt(path.group(1)) - 1;
                Comment changed = new Comment(index + 1L, this.comments.get(index).author(), body(request));
                this.comments.set(index, changed);
                answer(out, 200, changed.form());
            }
        }
    }

    private static String body(Request request) {
        byte[] sent = request.body().getBytes(StandardCharsets.ISO_8859_1);
        return JsonMapper.shared().readTree(sent).path("body").asString();
    }

    /** GitLab escapes such characters in JSON, and GitHub indents it. */
    private static void answer(OutputStream out, int status, Object value) throws IOException {
        String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        RawServer.answer(out, status, json.replace("<", "\\u003c").replace(">", "\\u003e"),
                "Content-Type: application/json");
    }

    /** A comment, and the name of its author. */
    record Comment(long id, String author, String body) {

        /** The members of GitHub and those of GitLab. */
        Map<String, Object> form() {
            return Map.of("id", this.id, "body", this.body, "user", Map.of("login", this.author, "id", 4_711),
                    "author", Map.of("id", 4_712, "username", this.author), "reactions",
                    Map.of("id", 4_713, "body", "x", "labels", List.of("id", 4_714)));
        }
    }

    private record Failure(String method, int status, String message) {}
}
