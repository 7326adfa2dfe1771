package lianxin.platform.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's browser without scripts: keeps cookies, sends forms, follows redirects. */
public class Browser {

    private final CookieManager cookies;
    private final HttpClient client;
    private final String town;

    public Browser(int port) {
        this(port, new CookieManager());
    }

    private Browser(int port, CookieManager cookies) {
        this.cookies = cookies;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.town = "http://localhost:" + port;
    }

    /** The same browser, with its cookies, at another node of the town. */
    public Browser at(int port) {
        return new Browser(port, cookies);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(town + path)), headers);
    }

    public HttpResponse<String> post(String path, String form, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(town + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(request, headers);
    }

    HttpResponse<String> upload(String path, int bytes) {
        var head = "--cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"lamp.jpg\"\r\n\r\n";
        var request = HttpRequest.newBuilder(URI.create(town + path))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(new byte[bytes]),
                        BodyPublishers.ofString("\r\n--cut--\r\n")));
        return send(request);
    }

    public HttpResponse<String> signIn(String name, String password) {
        var page = get("/sign-in").body();
        return post(
                found(page, "action=\"([^\"]+)\"").replace("&amp;", "&"),
                "username=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8));
    }

    public String csrf() {
        return "_csrf=" + found(get("/").body(), "name=\"csrf\" content=\"([^\"]+)\"");
    }

    List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    public static String found(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        if (!match.find()) {
            throw new AssertionError("No " + pattern + " in " + page);
        }
        return match.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, @Nullable String... headers) {
        try {
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
