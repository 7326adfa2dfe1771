package lianxin.territory.shape;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sheet laid over the ground and cut into equal cells, each with the numbers of the boxes that touch it. Where a cell
 * is crowded, as a town's center among villages, it is cut again.
 */
final class CellGrid {
    private static final int CROWDED = 24;
    private static final int DEEPEST = 3;

    final int[] start;
    final int[] items;
    private final double west;
    private final double south;
    private final double width;
    private final double height;
    private final int columns;
    private final int rows;
    private final @Nullable CellGrid @Nullable [] finer;

    /** The box of a shape, by its number. */
    interface Boxes {
        double west(int shape);

        double south(int shape);

        double east(int shape);

        double north(int shape);
    }

    /** Where a region of the ground lies. */
    record Region(double west, double south, double east, double north) {}

    /** @param shapes the numbers of those that touch the region */
    CellGrid(int[] shapes, Boxes boxes, Region region, int depth) {
        west = region.west;
        south = region.south;
        double wide = Math.max(region.east - west, 1e-9);
        double high = Math.max(region.north - south, 1e-9);
        double cells = Math.max(1, Math.min(shapes.length, 4_000_000));
        columns = (int) Math.clamp(Math.sqrt(cells * wide / high), 1, 4096);
        rows = (int) Math.clamp(cells / columns, 1, 4096);
        width = wide / columns;
        height = high / rows;
        start = new int[columns * rows + 1];
        for (int shape : shapes) each(shape, boxes, cell -> start[cell + 1]++);
        for (int cell = 1; cell < start.length; cell++) start[cell] += start[cell - 1];
        items = new int[start[columns * rows]];
        var next = start.clone();
        for (int shape : shapes) each(shape, boxes, cell -> items[next[cell]++] = shape);
        boolean parted = (long) items.length * 2 <= (long) shapes.length * columns * rows;
        finer = depth < DEEPEST && parted ? finer(boxes, depth) : null;
    }

    private @Nullable CellGrid @Nullable [] finer(Boxes boxes, int depth) {
        @Nullable CellGrid[] found = null;
        for (int cell = 0; cell < columns * rows; cell++) {
            int count = start[cell + 1] - start[cell];
            if (count <= CROWDED || columns * rows == 1) continue;
            var inside = new int[count];
            System.arraycopy(items, start[cell], inside, 0, count);
            if (found == null) found = new CellGrid[columns * rows];
            double left = west + cell % columns * width;
            double below = south + Math.floorDiv(cell, columns) * height;
            found[cell] = new CellGrid(inside, boxes, new Region(left, below, left + width, below + height), depth + 1);
        }
        return found;
    }

    private interface Cell {
        void take(int cell);
    }

    private void each(int shape, Boxes boxes, Cell use) {
        int right = column(boxes.east(shape));
        int top = row(boxes.north(shape));
        for (int row = row(boxes.south(shape)); row <= top; row++) {
            for (int column = column(boxes.west(shape)); column <= right; column++) use.take(row * columns + column);
        }
    }

    private int column(double lon) {
        return (int) Math.clamp((lon - west) / width, 0, columns - 1);
    }

    private int row(double lat) {
        return (int) Math.clamp((lat - south) / height, 0, rows - 1);
    }

    int cell(double lon, double lat) {
        return row(lat) * columns + column(lon);
    }

    @Nullable
    CellGrid finer(int cell) {
        return finer == null ? null : finer[cell];
    }

    /** Every shape in the cells that touch the region; some more than once. */
    void within(Region region, IntConsumer use) {
        int right = column(region.east);
        int top = row(region.north);
        for (int row = row(region.south); row <= top; row++) {
            for (int column = column(region.west); column <= right; column++) {
                int cell = row * columns + column;
                var deeper = finer(cell);
                if (deeper != null) deeper.within(region, use);
                else for (int i = start[cell]; i < start[cell + 1]; i++) use.accept(items[i]);
            }
        }
    }
}
