package lianxin.sheets;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a comma-separated text, one after the other: quotes taken off, blanks of both widths trimmed. UTF-8 first;
 * what is no UTF-8 is the national standard, which most office software writes; or UTF-16 where a mark says so. Strictly:
 * no sign is ever guessed.
 */
public final class CsvLines implements AutoCloseable {

    private static final int END = -1;

    private final Reader text;
    private final char between;
    private int number;

    /** Where a text can be opened as often as needed. */
    private interface Source {
        InputStream open() throws IOException;
    }

    public static CsvLines of(byte[] bytes) {
        return opened(() -> new ByteArrayInputStream(bytes));
    }

    public static CsvLines of(Path file) {
        return opened(() -> Files.newInputStream(file));
    }

    private static CsvLines opened(Source source) {
        try {
            return new CsvLines(new BufferedReader(reader(source.open(), charset(source)), 1 << 16));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private CsvLines(Reader text) throws IOException {
        this.text = text;
        text.mark(1);
        if (text.read() != '\uFEFF') text.reset();
        this.between = between();
    }

    /** What stands most often in the first line. */
    private char between() throws IOException {
        var counts = new int[3];
        text.mark(1 << 14);
        for (int read = 0, it = text.read(); it != END && it != '\n' && read < 1 << 13; it = text.read(), read++) {
            int kind = ",\t;".indexOf(it);
            if (kind >= 0) counts[kind]++;
        }
        text.reset();
        return counts[1] > counts[0] ? '\t' : counts[2] > counts[0] ? ';' : ',';
    }

    /** The charset whose mark these bytes begin with; none for signs of one byte and more. */
    static @Nullable Charset twoBytes(byte[] bytes) {
        if (bytes.length < 2) return null;
        if (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) return UTF_16LE;
        return bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF ? UTF_16BE : null;
    }

    private static Charset charset(Source source) throws IOException {
        try (var in = source.open()) {
            var marked = twoBytes(in.readNBytes(2));
            if (marked != null) return marked;
        }
        for (var charset : new Charset[] {UTF_8, Charset.forName("GB18030")}) {
            try (var strict = reader(source.open(), charset)) {
                strict.transferTo(Writer.nullWriter());
                return charset;
            } catch (CharacterCodingException another) {
                // then perhaps the other
            }
        }
        throw new RuleBroken("sheets.encoding");
    }

    private static Reader reader(InputStream bytes, Charset charset) {
        var strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(bytes, strict);
    }

    /** Of the line read last; the first is 1. */
    public int number() {
        return number;
    }

    /** The fields of the next line; an empty line has one, which is empty. Null after the last. */
    public String @Nullable [] next() {
        try {
            return line();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String @Nullable [] line() throws IOException {
        int it = text.read();
        if (it == END) return null;
        number++;
        var fields = new ArrayList<String>(4);
        var field = new StringBuilder();
        var quoted = false;
        for (; it != END; it = text.read()) {
            if (it == '"') {
                if (quoted && nextIsQuote()) field.append('"');
                else quoted = !quoted;
            } else if (it == '\n' && !quoted) {
                break;
            } else if (it == between && !quoted) {
                fields.add(Plain.trimmed(field.toString()));
                field.setLength(0);
            } else {
                field.append((char) it);
            }
        }
        fields.add(Plain.trimmed(field.toString()));
        return fields.toArray(String[]::new);
    }

    private boolean nextIsQuote() throws IOException {
        text.mark(1);
        if (text.read() == '"') return true;
        text.reset();
        return false;
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
