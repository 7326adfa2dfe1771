package lianxin.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser and no scripts: keeps cookies, fills in forms, follows where the town sends one. */
class Visitor {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String town;

    Visitor(int port) {
        this.town = "http://localhost:" + port;
    }

    HttpResponse<String> open(String path) {
        return send(HttpRequest.newBuilder(URI.create(town + path)).GET());
    }

    HttpResponse<String> submit(String action, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(town + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> upload(String action, Map<String, String> fields, byte[] photo) {
        return upload(action, fields, "photo", "lamp.jpg", photo);
    }

    HttpResponse<String> upload(String action, Map<String, String> fields, String field, String file, byte[] photo) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file
                        + "\"\r\nContent-Type: image/" + file.substring(file.indexOf('.') + 1) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(photo);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(town + action))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Where the form of a page is sent to. */
    static String action(HttpResponse<String> page) {
        return found(page, "<form[^>]* action=\"([^\"]+)\"").replace("&amp;", "&");
    }

    static String found(HttpResponse<String> page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page.body());
        if (!match.find()) throw new AssertionError("No " + pattern + " in " + page.body());
        return match.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
