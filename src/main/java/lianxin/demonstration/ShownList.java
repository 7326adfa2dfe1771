package lianxin.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import lianxin.imports.Imports;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.places.Places;
import lianxin.platform.Messages;
import lianxin.sheets.Paper;
import lianxin.sheets.Table;
import lianxin.territory.Area;
import org.springframework.stereotype.Component;

/** A list of a few places that somebody took in, with lines that were refused: so one sees what became of it. */
@Component
class ShownList {

    private static final List<String> COLUMNS = List.of("name", "type", "area", "status", "hours");

    private final Imports imports;
    private final Trees trees;
    private final Places places;
    private final Messages messages;
    private final Clock clock;

    ShownList(Imports imports, Trees trees, Places places, Messages messages, Clock clock) {
        this.imports = imports;
        this.trees = trees;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    void given(Area community, Cast cast) {
        var unit = trees.now().byCode(community.code());
        if (places.types().isEmpty() || unit.isEmpty()) return;
        var by = cast.who(May.MANAGE_UNITS, unit.get().id(), 0);
        var code = community.code();
        var type = places.types().firstEntry().getValue().zh();
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= 4; i++)
            rows.add(List.of("便民小屋 " + i + " 号", type, code, "正常开放", i < 4 ? "每天 8:00-20:00" : "看情况"));
        rows.add(List.of("便民小屋 5 号", type, code + "-0", "正常开放", "24h"));
        var columns = COLUMNS.stream()
                .map(it -> messages.text(Messages.CHINESE, "imports.places." + it))
                .toList();
        try {
            var file = Files.createTempFile("list", ".csv");
            Files.write(file, Paper.csv(new Table("", columns, rows)));
            imports.takeIn("places", file, "便民小屋名单.csv", clock.instant(), "示例：便民服务点补录", by);
            Files.delete(file);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
