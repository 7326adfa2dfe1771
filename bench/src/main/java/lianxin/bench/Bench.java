package lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** One benchmark from the command line: says on which machine, measures, ends with one line and an exit status. */
final class Bench {

    private static final Map<String, Supplier<Benchmark>> BUILT =
            Map.of(
                    "start", StartBench::new,
                    "intake", IntakeBench::new,
                    "inbox", InboxBench::new,
                    "tree", TreeBench::new,
                    "locate", LocateBench::new,
                    "sweep", SweepBench::new);

    private Bench() {}

    public static void main(String[] args) {
        var name = args[0];
        var trial = new Trial(args[1].equals("quick"), Path.of(args[2]), Path.of(args[3]));
        System.out.println(name + (trial.quick() ? ", quick" : "") + "\n" + Machine.here());
        var status = 1;
        try {
            var verdict = BUILT.get(name).get().run(trial);
            System.out.println(name + ": " + verdict.line());
            status = verdict.met() ? 0 : 1;
        } catch (Unmeasured why) {
            System.out.println(name + ": value — peer — ratio — goal — short (" + why.getMessage() + ")");
        } catch (Exception failed) {
            failed.printStackTrace();
            System.out.println(name + ": value — peer — ratio — goal — short (" + failed + ")");
        }
        System.exit(status);
    }

    interface Benchmark {
        Verdict run(Trial trial) throws Exception;
    }

    /**
     * @param quick with less data and fewer rounds, to see that all works
     * @param root of the project
     * @param jar the program that is measured
     */
    record Trial(boolean quick, Path root, Path jar) {

        Path work() {
            return root.resolve("bench/target");
        }

        /** What is kept from an earlier run belongs to one jar. */
        String checksum() throws IOException {
            var sum = new CRC32();
            try (var in = Files.newInputStream(jar)) {
                var buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) sum.update(buffer, 0, read);
            }
            return "%08x".formatted(sum.getValue());
        }

        <T> T size(T full, T quickly) {
            return quick ? quickly : full;
        }
    }

    /** What came out, in the words of the last line. */
    record Verdict(String value, String peer, double ratio, String goal, boolean met) {

        String line() {
            return "value %s peer %s ratio %.2f goal %s %s"
                    .formatted(value, peer, ratio, goal, met ? "met" : "short");
        }
    }

    /** Something the measurement needs is not on this machine, or the product does not behave; said in one sentence. */
    static final class Unmeasured extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unmeasured(String sentence) {
            super(sentence);
        }
    }
}
