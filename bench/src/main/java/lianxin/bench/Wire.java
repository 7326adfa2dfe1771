package lianxin.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One visitor on one connection that stays open, with cookies. Little more than a socket, to leave the cores to the server. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private final Map<String, String> cookies = new HashMap<>();
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Wire(int port) {
        this.port = port;
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String location() {
            return headers.getOrDefault("location", "");
        }
    }

    Answer get(String path) throws IOException {
        return ask("GET " + path, "");
    }

    Answer post(String path, Map<String, String> form) throws IOException {
        return ask("POST " + path, encoded(form));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(it -> URLEncoder.encode(it.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Answer ask(String line, String body) throws IOException {
        var request = new StringBuilder(512)
                .append(line)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port)
                .append("\r\nAccept: text/html\r\nAccept-Language: zh-CN\r\n");
        if (!cookies.isEmpty())
            request.append("Cookie: ")
                    .append(cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")))
                    .append("\r\n");
        if (line.startsWith("POST"))
            request.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        var bytes = request.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
        if (!socket.isConnected() || socket.isClosed()) connect();
        socket.getOutputStream().write(bytes);
        return answer();
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    private Answer answer() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            if (name.equals("set-cookie")) keep(value);
            else headers.put(name, value);
        }
        var body = body(status, headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) close();
        return new Answer(status, headers, body);
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) return new byte[0];
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) return chunks();
        var length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream(16 * 1024);
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            all.write(exactly(size));
            line();
            if (size == 0) return all.toByteArray();
        }
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("The server closed the connection");
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("The server closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (cookie.contains("Max-Age=0")) cookies.remove(pair.substring(0, equals));
        else cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
