package lianxin.organization;

/** Units as columns, parents by number; zero for none. */
final class UnitRows {

    final int[] number;
    final int[] parent;
    final int[] party;
    final String[] name;
    final String[] kind;
    final String[] level;
    final String[] code;

    UnitRows(int size) {
        number = new int[size];
        parent = new int[size];
        party = new int[size];
        name = new String[size];
        kind = new String[size];
        level = new String[size];
        code = new String[size];
    }

    int size() {
        return number.length;
    }

    UnitRows inOrder(int[] order) {
        var sorted = new UnitRows(order.length);
        for (var to = 0; to < order.length; to++) sorted.take(to, this, order[to]);
        return sorted;
    }

    /** Rows at these positions and the others, both in order of their code, as one list in that order. */
    UnitRows merged(int[] positions, UnitRows others) {
        var all = new UnitRows(positions.length + others.size());
        var mine = 0;
        var theirs = 0;
        for (var to = 0; to < all.size(); to++) {
            var own = theirs == others.size()
                    || (mine < positions.length && compareCodes(code[positions[mine]], others.code[theirs]) <= 0);
            if (own) all.take(to, this, positions[mine++]);
            else all.take(to, others, theirs++);
        }
        return all;
    }

    private void take(int to, UnitRows from, int it) {
        number[to] = from.number[it];
        parent[to] = from.parent[it];
        party[to] = from.party[it];
        name[to] = from.name[it];
        kind[to] = from.kind[it];
        level[to] = from.level[it];
        code[to] = from.code[it];
    }

    /** The order of the database's collation C: by code point. */
    static int compareCodes(String one, String other) {
        var length = Math.min(one.length(), other.length());
        for (var it = 0; it < length; it++) {
            var order = Character.compare(one.charAt(it), other.charAt(it));
            if (order != 0) return order;
        }
        return Integer.compare(one.length(), other.length());
    }
}
