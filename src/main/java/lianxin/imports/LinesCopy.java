package lianxin.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import lianxin.organization.Importable.Verdict;
import lianxin.sheets.Line;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/** The lines of a list on their way into the database, by COPY. */
@Component
class LinesCopy {

    private final DSLContext db;

    LinesCopy(DSLContext db) {
        this.db = db;
    }

    static void add(StringBuilder text, UUID batch, Line line, Verdict verdict) {
        text.append(batch).append('\t').append(line.number()).append('\t').append(verdict.rank());
        text.append('\t').append(verdict.fate()).append('\t');
        escaped(text, String.join(Books.CELL, line.cells()));
        text.append('\t');
        escaped(text, Books.kept(verdict.what()));
        text.append('\n');
    }

    private static void escaped(StringBuilder text, String words) {
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

    void send(StringBuilder text) {
        db.connection(connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try {
                copy.copyIn(
                        "COPY imports.line (batch, number, rank, fate, cells, what) FROM STDIN",
                        new ByteArrayInputStream(text.toString().getBytes(UTF_8)));
            } catch (IOException broken) {
                throw new IllegalStateException("The connection broke while lines of a list were copied", broken);
            }
        });
    }
}
