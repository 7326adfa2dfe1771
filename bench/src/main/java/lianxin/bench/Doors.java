package lianxin.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Codes of posters of the town, to be scanned. */
final class Doors {

    private Doors() {}

    static List<String> some(Product product, int count) throws SQLException, IOException {
        var codes = new ArrayList<String>();
        try (var connection = product.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT code FROM territory.building_code"
                        + " WHERE known_to = 'infinity' AND valid_to = 'infinity' ORDER BY md5(code) LIMIT " + count)) {
            while (rows.next()) codes.add(rows.getString(1));
        }
        if (codes.isEmpty()) throw new Bench.Unmeasured("the town has no building with a poster");
        return codes;
    }
}
