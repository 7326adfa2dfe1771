package lianxin.territory;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The borders in memory, made anew or laid over when their edition has changed. */
@Component
class BorderPicture {
    private final BorderRows rows;
    private final Grounds grounds;
    private final Editions editions;
    private final Town town;
    private volatile @Nullable Held held;

    /** @param last the number of the last row in it */
    private record Held(long edition, long last, BorderIndex index) {}

    BorderPicture(BorderRows rows, Grounds grounds, Editions editions, Town town) {
        this.rows = rows;
        this.grounds = grounds;
        this.editions = editions;
        this.town = town;
    }

    BorderIndex now() {
        long edition = editions.borders();
        var known = held;
        return known != null && known.edition == edition ? known.index : draw(edition);
    }

    private synchronized BorderIndex draw(long edition) {
        var known = held;
        if (known != null && known.edition >= edition) return known.index;
        var fresh = known == null ? null : laidOver(known, edition);
        if (fresh == null) fresh = whole(edition);
        held = fresh;
        return fresh.index;
    }

    private @Nullable Held laidOver(Held known, long edition) {
        var ground = grounds.now();
        var lines = new ArrayList<BorderIndex.Line>();
        var last = new long[] {known.last};
        rows.after(known.last, (row, area, from, to, border) -> {
            last[0] = row;
            lines.add(line(ground, row, area, from, to, border));
        });
        var index = known.index.changed(rows.endedSince(known.edition), lines);
        return index == null ? null : new Held(edition, last[0], index);
    }

    private Held whole(long edition) {
        var ground = grounds.now();
        var drawing = new BorderIndex.Drawing(town.levels().size());
        var last = new long[1];
        rows.each((row, area, from, to, border) -> {
            last[0] = row;
            drawing.add(line(ground, row, area, from, to, border));
        });
        return new Held(edition, last[0], new BorderIndex(drawing.parts()));
    }

    /** What is of no known level lies lowest. */
    private BorderIndex.Line line(Ground ground, long row, int area, long from, long to, byte[] border) {
        int depth = town.depth(ground.kindEver(area));
        return new BorderIndex.Line(
                row, area, depth < 0 ? town.levels().size() - 1 : depth, from, to, BorderRows.geometry(border));
    }
}
