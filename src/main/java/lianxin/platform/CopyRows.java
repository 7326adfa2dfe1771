package lianxin.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The rows of a whole list on their way into a table by COPY, sent on in portions while they are still being made. */
public final class CopyRows {
    private static final int PORTION = 1 << 16;

    private final StringBuilder text = new StringBuilder(PORTION + 1024);
    private final CopyIn copy;

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /**
     * In the transaction that is open; nothing is stored when the writer breaks off.
     *
     * @param target the table with its schema, and its columns in brackets in the order of the values
     * @param writer gives the rows; it must not ask the database meanwhile
     */
    public static void into(DSLContext db, String target, Consumer<CopyRows> writer) {
        db.connection(connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + target + " FROM STDIN");
            try {
                var rows = new CopyRows(copy);
                writer.accept(rows);
                rows.send();
                copy.endCopy();
            } finally {
                if (copy.isActive()) copy.cancelCopy();
            }
        });
    }

    /** So many new numbers for the rows of a table that counts them in its column {@code number}. */
    public static int[] numbers(DSLContext db, String table, int count) {
        var next = "SELECT nextval(pg_get_serial_sequence({0}, 'number')) FROM generate_series(1, {1})";
        return db.resultQuery(next, DSL.inline(table), DSL.inline(count)).fetch(0, Integer.class).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Values as PostgreSQL reads them from text. */
    public void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            var value = values[i];
            if (value == null) text.append("\\N");
            else if (value instanceof String words) escape(words);
            else text.append(value);
        }
        text.append('\n');
        if (text.length() >= PORTION) send();
    }

    /** A character that no text of the database can hold becomes a blank. */
    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char it = words.charAt(i);
            switch (it) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> text.append(' ');
                default -> text.append(it);
            }
        }
    }

    private void send() {
        var bytes = text.toString().getBytes(UTF_8);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException broken) {
            throw new IllegalStateException("The connection broke while rows were copied", broken);
        }
        text.setLength(0);
    }
}
