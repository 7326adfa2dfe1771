package lianxin.organization;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lianxin.TestTown;
import lianxin.facts.Paths;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A small part of Jiaxing with its units, on a database of its own and a clock that is moved. */
final class Cast extends TestTown {

    /** Machine time of this node: it stands until it is moved, too. */
    final AtomicLong machineNanos = new AtomicLong();

    Cast() {
        this("lianxin.organization");
        the(Versions.class).nanos = machineNanos::get;
    }

    /** With the modules of the ground, which the rules of structure ask; it has no areas. */
    static Cast withGround() {
        return new Cast("lianxin.organization", "lianxin.territory", "lianxin.places");
    }

    private Cast(String... modules) {
        super(playbook("jiaxing"), "2026-03-02T09:00", modules);
    }

    private Cast(Cast same) {
        super(same, playbook("jiaxing"), "lianxin.organization");
        the(Versions.class).nanos = machineNanos::get;
    }

    /** A second node of the same town. */
    Cast another() {
        return new Cast(this);
    }

    @Override
    protected void alsoHas(AnnotationConfigApplicationContext beans) {
        beans.register(Keepsakes.class);
    }

    Units units() {
        return the(Units.class);
    }

    Tree now() {
        return the(Trees.class).now();
    }

    TransactionTemplate transaction() {
        return the(TransactionTemplate.class);
    }

    /** 嘉兴市, its two urban districts, three streets of 南湖区 and two communities, with departments and Party bodies. */
    Cast settled() {
        units().importUnits(the(OrganizationRules.class).unitsOf(areas()), LONG_AGO, "first list", Actor.SYSTEM);
        return this;
    }

    static List<AreaSeed> areas() {
        return new ArrayList<>(List.of(
                new AreaSeed("city", "3304", "嘉兴市", null),
                new AreaSeed("county", "330402", "南湖区", "3304"),
                new AreaSeed("county", "330411", "秀洲区", "3304"),
                new AreaSeed("township", "330402005", "东栅街道", "330402"),
                new AreaSeed("township", "330402001", "建设街道", "330402"),
                new AreaSeed("township", "330402100", "凤桥镇", "330402"),
                new AreaSeed("township", "330411001", "新城街道", "330411"),
                new AreaSeed("community", "330402005001", "云海社区", "330402005"),
                new AreaSeed("community", "330402005002", "富润社区", "330402005"),
                new AreaSeed("grid", "330402005001-1", "云海社区第1网格", "330402005001"),
                new AreaSeed("microgrid", "330402005001-1-1", "云海社区第1网格第1微网格", "330402005001-1")));
    }

    static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    PersonId person(String name) {
        return the(Posts.class).register(List.of(name), true, Actor.SYSTEM).getFirst();
    }

    Actor holding(String role, UnitId unit) {
        var person = person("钱小满");
        the(Posts.class).fill(new Posts.Seat(person, unit, role, LONG_AGO, null), "test", Actor.SYSTEM);
        return the(Actors.class).of(person);
    }

    Paths paths() {
        return the(Paths.class);
    }
}
