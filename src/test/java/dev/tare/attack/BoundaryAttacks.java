package dev.tare.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.tare.attack.Attacker.Form;

/** Attacks with requests that no browser sends. */
final class BoundaryAttacks {

    private static final int THREADS = 16;

    private static final List<String> TARGETS = List.of("/?waive=%zz", "/comparisons/0?waive=%ff", "/%00", "/..%2f..",
            "/comparisons/" + "0".repeat(4000), "/?" + "a=b&".repeat(1000), "/comparisons/0?from=x", "//x", "*",
            "/?" + "waive=few-layers=x&".repeat(60));

    private static final List<String> HOSTS = List.of("Host: attacker.example", "Host: 192.0.2.1", "Host: [::ffff:1]",
            "Host: localhost:99999", "Host: localhost\r\nHost: localhost", "Host:", "X-Forwarded-Host: localhost",
            "Host: localhost\u0000", "Host: " + "a.".repeat(3000));

    private static final List<String> LINES = List.of("GET / HTTP/9.9", "get / HTTP/1.1", "BREW / HTTP/1.1",
            "GET /\u001b[2J HTTP/1.1", "TRACE / HTTP/1.1", "GET http://attacker.example/ HTTP/1.1",
            "CONNECT attacker.example:443 HTTP/1.1", "\u0016\u0003\u0001\u0002", "PRI * HTTP/2.0");

    private static final List<String> HEADERS = List.of("Expect: never", "Transfer-Encoding: cow",
            "Transfer-Encoding: chunked\r\nContent-Length: 5", "Content-Length: -1", "Content-Length: 9".repeat(20),
            "Range: bytes=" + "0-0,".repeat(1000) + "1-1", "Accept: " + "text/html;q=0.1,".repeat(400) + "a/b",
            "Accept-Language: " + "de;q=0.1,".repeat(800) + "en", "Cookie: " + "a=b;".repeat(1500),
            "If-None-Match: " + "W/\"a\",".repeat(1000) + "*", "X-Forwarded-For: " + "127.0.0.1,".repeat(700) + "1",
            "Content-Encoding: gzip", "Upgrade: h2c");

    private BoundaryAttacks() {}

    static List<Attack<?>> all() {
        return List.of(
                Attack.of("malformed addresses and queries", (attacker, _) -> attacker.repeatedly(THREADS,
                        i -> attacker.send(request("GET " + of(TARGETS, i) + " HTTP/1.1", "Host: localhost")))),
                Attack.of("wrong hosts", (attacker, _) -> attacker.repeatedly(THREADS,
                        i -> attacker.send(request("GET / HTTP/1.1", of(HOSTS, i))))),
                Attack.of("malformed request lines and headers", (attacker, _) -> attacker.repeatedly(THREADS,
                        i -> attacker.send(i % 2 == 0 ? request(of(LINES, i / 2), "Host: localhost")
                                : request("POST /api/comparisons HTTP/1.1",
                                        "Host: localhost\r\n" + of(HEADERS, i / 2))))),
                new Attack<>("malformed forms", BoundaryAttacks::forms, (attacker, forms) -> attacker
                        .repeatedly(THREADS, i -> attacker.upload(of(forms, i)))));
    }

    private static List<Form> forms() {
        String boundary = "--upload-boundary";
        String part = boundary + "\r\nContent-Disposition: form-data; name=";
        return Map.of("fields", (part + "\"waive\"\r\n\r\nx\r\n").repeat(100_000), "headers",
                boundary + "\r\n" + "X: y\r\n".repeat(200_000), "a line", boundary + "\r\n" + "x".repeat(4_000_000),
                "a name", part + "\"" + "x".repeat(1_000_000) + "\"\r\n\r\n", "a value",
                part + "\"waive\"\r\n\r\n" + "x".repeat(4_000_000) + "\r\n" + boundary + "--", "almost boundaries",
                part + "\"archive\"; filename=\"a\"\r\n\r\n" + (boundary.substring(0, 10) + "\r\n").repeat(300_000),
                "empty archives", (part + "\"archive\"; filename=\"a\"\r\n\r\n\r\n").repeat(50_000), "no form", "",
                "only ends", (boundary + "--\r\n").repeat(100_000))
                .values()
                .stream()
                .map(form -> new Form(form.getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
    }

    private static String request(String line, String headers) {
        return line + "\r\n" + headers + "\r\nConnection: close\r\n\r\n";
    }

    private static <T> T of(List<T> all, int number) {
        return all.get(number % all.size());
    }
}
