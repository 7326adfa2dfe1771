package lianxin.organization;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import lianxin.platform.Shell;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/** What a violation lacks and what to do about it, in the words of the reader, and the page on which it is done. */
final class Mending {

    private final Violation it;
    private final Shell shell;

    Mending(Violation it, Shell shell) {
        this.it = it;
        this.shell = shell;
    }

    String wanted() {
        var amiss = it.amiss();
        if (amiss != null) return said(amiss, amiss.key());
        return it.gap() == null ? it.wanted().in(shell.locale()) : shell.t("structure.hours-without");
    }

    private String said(Watch.Amiss amiss, String key) {
        return shell.t(key, amiss.details().stream().map(this::word).toArray());
    }

    private Object word(Object detail) {
        return switch (detail) {
            case Label label -> label.in(shell.locale());
            case LocalDate day -> shell.day(day);
            default -> detail;
        };
    }

    String toDo() {
        var key = "structure.do." + it.what().key();
        var site = it.site();
        return switch (it.what()) {
            case AREA_WITHOUT ->
                shell.t(
                        key,
                        site == null ? "" : site.name(),
                        wanted(),
                        site == null ? "" : site.code(),
                        it.superior() == null ? "—" : it.superior().name());
            case AREA_WITH_SEVERAL -> shell.t(key, it.unit().name(), others());
            case WITHOUT_AREA -> shell.t(key, it.unit().code());
            case NOBODY_ON_DUTY -> gap(key);
            case NOT_COVERED -> shell.t(key, it.unit().name(), wanted());
            case WATCHED -> {
                var amiss = Objects.requireNonNull(it.amiss());
                yield said(amiss, amiss.key() + ".do");
            }
            default -> shell.t(key, it.difference(), wanted());
        };
    }

    private String others() {
        return it.others().stream().map(Unit::name).collect(Collectors.joining("、"));
    }

    private String gap(String key) {
        var gap = Objects.requireNonNull(it.gap());
        return shell.t(key, shell.when(gap.from()), shell.when(gap.to()));
    }

    /** The page with the step that mends it, for those who may take it. */
    @Nullable
    String at(Actor reader) {
        var unit = it.unit().id();
        var amiss = it.amiss();
        if (amiss != null) return reader.may(May.KEEP_LINKS, unit) ? amiss.url() : null;
        if (it.what() == Violation.What.NOBODY_ON_DUTY)
            return reader.may(May.PLAN_DUTY, unit) ? "/units/" + unit.number() + "/roster" : null;
        if (it.what().aboutPosts()) return reader.may(May.APPOINT, unit) ? "/units/" + unit.number() + "/posts" : null;
        if (!reader.may(May.MANAGE_UNITS, unit)) return null;
        var site = it.site();
        if (it.what().aboutPlaces()) return site == null ? null : "/ref/" + site.area();
        var home = it.unit().partyParent() == null && it.unit().holdsCases()
                ? unit
                : it.unit().parent();
        return switch (it.what()) {
            case AREA_WITHOUT -> "/units/" + unit.number() + "/units";
            case AREA_WITH_SEVERAL -> "/units/" + unit.number() + "/merger";
            case WITHOUT_AREA -> "/units/" + unit.number() + "/dissolution";
            case NOT_COVERED -> "/units/" + unit.number() + "/cover";
            case TOO_FEW_BELOW -> "/units/" + (home == null ? unit : home).number() + "/units";
            default -> "/units/" + unit.number();
        };
    }
}
