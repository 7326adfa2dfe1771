package lianxin.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Made-up grids: one seamless sheet of four-sided areas whose corners and the middles of whose sides are moved at random,
 * neighbors sharing them. Written as lines of number, tabulator and well-known binary in hexadecimal digits.
 */
record Grids(int side, Path file) {

    static final double WEST = 120.3;
    static final double SOUTH = 30.3;
    static final double WIDTH = 1.0;
    static final double HEIGHT = 0.8;

    static Grids write(int count, Path file) throws IOException {
        var grids = new Grids((int) Math.sqrt(count), file);
        try (var out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < grids.side; row++) {
                for (int column = 0; column < grids.side; column++) {
                    out.write(Integer.toString(row * grids.side + column + 1));
                    out.write('\t');
                    out.write(HexFormat.of().formatHex(grids.polygon(column * 2, row * 2)));
                    out.write('\n');
                }
            }
        }
        return grids;
    }

    int count() {
        return side * side;
    }

    private byte[] polygon(int x, int y) {
        int[][] around = {{0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}, {0, 0}};
        var bytes = ByteBuffer.allocate(13 + around.length * 16);
        bytes.put((byte) 0).putInt(3).putInt(1).putInt(around.length);
        for (var it : around) point(bytes, x + it[0], y + it[1]);
        return bytes.array();
    }

    private void point(ByteBuffer bytes, int x, int y) {
        var chance = new SplittableRandom(x * 1_000_003L + y);
        int last = side * 2;
        double east = x == 0 || x == last ? 0 : chance.nextDouble() * 0.6 - 0.3;
        double north = y == 0 || y == last ? 0 : chance.nextDouble() * 0.6 - 0.3;
        bytes.putDouble(WEST + (x + east) * WIDTH / last).putDouble(SOUTH + (y + north) * HEIGHT / last);
    }
}
