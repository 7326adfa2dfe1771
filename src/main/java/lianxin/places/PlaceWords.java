package lianxin.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianxin.platform.Messages;
import lianxin.playbook.Label;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Spot;
import lianxin.territory.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a line of a list says about a place, in the words of the playbook, with everything that is wrong with it. */
@Component
class PlaceWords {
    private static final double SAME_POINT = 1e-6;

    private final Areas areas;
    private final PlaceChecks checks;
    private final PlaceRules rules;
    private final Town town;
    private final Messages messages;

    PlaceWords(Areas areas, PlaceChecks checks, PlaceRules rules, Town town, Messages messages) {
        this.areas = areas;
        this.checks = checks;
        this.rules = rules;
        this.town = town;
        this.messages = messages;
    }

    /** @param there what stands there by this name already */
    record Read(PlaceDetails details, @Nullable Place there) {}

    List<List<String>> samples() {
        var area = areas.tops().stream().findFirst();
        var type = rules.types().stream().findFirst().map(it -> it.name().zh()).orElse("");
        var level = town.levels().getLast().name().zh();
        var code = area.map(Area::code).orElse("");
        var open = messages.text(Messages.CHINESE, "places.status.open");
        return List.of(
                List.of("示例驿站一", type, level, open, code, "一楼", "", "", "周一至周五 8:30-17:00；节假日休息", "", "", "", "", ""),
                List.of("示例驿站二", type, level, open, code, "", "", "", "24h", "", "", "", "", ""));
    }

    String name(AreaId area, Instant at) {
        return areas.address(area, at);
    }

    /** Null when it is not even clear which place is meant. */
    @Nullable
    Read read(Line line, Map<String, Place> standing, Instant from, List<Complaint> reasons) {
        var cells = line.cells();
        var name = cells.get(0);
        if (name.isEmpty() || name.length() > PlaceChecks.LONGEST_NAME)
            reasons.add(Complaint.of("places.wrong.name", PlaceChecks.LONGEST_NAME));
        var type = key(
                cells.get(1),
                rules.types().stream().map(it -> new Named(it.key(), it.name())).toList());
        if (type == null) reasons.add(Complaint.of("places.wrong.type", cells.get(1)));
        var area = areas.byCode(cells.get(4), from);
        if (area == null) reasons.add(Complaint.of("imports.nowhere", "@imports.places.area", cells.get(4)));
        var there = type == null || area == null ? null : standing.get(area.id() + " " + type + " " + name);
        var was = there == null ? null : there.details();
        var level = level(cells.get(2), was == null ? area == null ? "" : area.kind() : was.level(), reasons);
        var status = status(cells.get(3), was == null ? PlaceStatus.OPEN : was.status(), reasons);
        if (cells.get(5).length() > PlaceChecks.LONGEST_ADDRESS)
            reasons.add(Complaint.of("places.wrong.address", PlaceChecks.LONGEST_ADDRESS));
        var spot = spot(cells.get(6), cells.get(7), was, reasons);
        var hours = hours(cells.get(8), was, reasons);
        var amenities =
                tags(cells.get(9), rules.places().amenities(), was == null ? List.of() : was.amenities(), reasons);
        var services =
                tags(cells.get(10), rules.places().services(), was == null ? List.of() : was.services(), reasons);
        var functions =
                tags(cells.get(11), rules.places().functions(), was == null ? List.of() : was.functions(), reasons);
        var mode = mode(cells.get(12), was == null ? PlaceMode.OFFLINE : was.mode(), reasons);
        var web = cells.get(13).isEmpty() && was != null && mode.web() ? was.web() : cells.get(13);
        if (type == null || area == null) return null;
        var address = cells.get(5).isEmpty() && was != null ? was.address() : cells.get(5);
        var generated = was != null && was.generated();
        var keptPoint = mode.door() || !cells.get(6).isEmpty() ? spot : null;
        var details = new PlaceDetails(
                name, type, level, status, area.id(), address, keptPoint, hours, amenities, services, functions, mode,
                web, generated);
        if (reasons.isEmpty())
            checks.wrong(details, from).ifPresent(it -> reasons.add(new Complaint(it.key(), it.details())));
        return new Read(details, there);
    }

    private record Named(String key, Label name) {}

    private static @Nullable String key(String said, List<Named> known) {
        for (var it : known)
            if (said.equals(it.key) || said.equals(it.name.zh()) || said.equalsIgnoreCase(it.name.en())) return it.key;
        return null;
    }

    private String level(String said, String otherwise, List<Complaint> reasons) {
        if (said.isEmpty()) return otherwise;
        var level = key(
                said,
                town.levels().stream().map(it -> new Named(it.key(), it.name())).toList());
        if (level == null) reasons.add(Complaint.of("places.wrong.level", said));
        return level == null ? otherwise : level;
    }

    private PlaceMode mode(String said, PlaceMode otherwise, List<Complaint> reasons) {
        if (said.isEmpty()) return otherwise;
        for (var it : PlaceMode.values()) {
            var message = "places.mode." + it.key();
            if (said.equals(it.key())
                    || said.equals(messages.text(Messages.CHINESE, message))
                    || said.equalsIgnoreCase(messages.text(Messages.ENGLISH, message))) return it;
        }
        reasons.add(Complaint.of("imports.unknown", "@imports.places.mode", said));
        return otherwise;
    }

    private PlaceStatus status(String said, PlaceStatus otherwise, List<Complaint> reasons) {
        if (said.isEmpty()) return otherwise;
        for (var it : PlaceStatus.values()) {
            var message = "places.status." + it.key();
            if (said.equals(it.key())
                    || said.equals(messages.text(Messages.CHINESE, message))
                    || said.equalsIgnoreCase(messages.text(Messages.ENGLISH, message))) return it;
        }
        reasons.add(Complaint.of("imports.unknown", "@imports.places.status", said));
        return otherwise;
    }

    private static @Nullable Spot spot(String lon, String lat, @Nullable PlaceDetails was, List<Complaint> reasons) {
        var standing = was == null ? null : was.spot();
        if (lon.isEmpty() && lat.isEmpty()) return standing;
        var spot = Spot.typed(lon, lat).orElse(null);
        if (spot != null) return standing != null && near(standing, spot) ? standing : spot;
        reasons.add(Complaint.of("territory.point.unreadable", lon + ", " + lat));
        return standing;
    }

    private static boolean near(Spot one, Spot other) {
        return Math.abs(one.lon() - other.lon()) < SAME_POINT && Math.abs(one.lat() - other.lat()) < SAME_POINT;
    }

    private static OpeningHours hours(String said, @Nullable PlaceDetails was, List<Complaint> reasons) {
        var standing = was == null ? OpeningHours.NONE : was.hours();
        if (said.isEmpty()) return standing;
        var read = OpeningHours.read(said);
        if (read.isEmpty()) reasons.add(Complaint.of("places.wrong.hours", said));
        return read.orElse(standing);
    }

    private static List<String> tags(
            String said, List<PlaceRules.Tag> known, List<String> standing, List<Complaint> reasons) {
        if (said.isEmpty()) return standing;
        var names = known.stream().map(it -> new Named(it.key(), it.name())).toList();
        var keys = new LinkedHashSet<String>();
        for (var word : said.split("[、,，;；]", -1)) {
            if (word.isBlank()) continue;
            var key = key(word.strip(), names);
            if (key == null) reasons.add(Complaint.of("imports.places.tag", word.strip()));
            else keys.add(key);
        }
        if (new LinkedHashSet<>(standing).equals(keys)) return standing;
        return List.copyOf(keys);
    }

    /** What it was, of everything that will be otherwise. */
    List<Complaint> changes(PlaceDetails was, PlaceDetails is) {
        var changes = new ArrayList<Complaint>();
        was("level", town.levelName(was.level(), Messages.CHINESE), was.level(), is.level(), changes);
        was(
                "status",
                messages.text(Messages.CHINESE, "places.status." + was.status().key()),
                was.status(),
                is.status(),
                changes);
        was("address", was.address(), was.address(), is.address(), changes);
        was("lon", point(was.spot()), was.spot(), is.spot(), changes);
        was("hours", was.hours().written(), was.hours().written(), is.hours().written(), changes);
        was("amenities", names(rules.amenities(was, Messages.CHINESE)), was.amenities(), is.amenities(), changes);
        was("services", names(rules.services(was, Messages.CHINESE)), was.services(), is.services(), changes);
        was("functions", names(rules.functions(was, Messages.CHINESE)), was.functions(), is.functions(), changes);
        was("mode", messages.text(Messages.CHINESE, "places.mode." + was.mode().key()), was.mode(), is.mode(), changes);
        was("web", was.web(), was.web(), is.web(), changes);
        return changes;
    }

    private static String names(List<String> names) {
        return String.join("、", names);
    }

    private static String point(@Nullable Spot it) {
        return it == null ? "" : it.lon() + ", " + it.lat();
    }

    private static void was(
            String column, String said, @Nullable Object was, @Nullable Object is, List<Complaint> changes) {
        if (!Objects.equals(was, is))
            changes.add(Complaint.of("imports.was", "@imports.places." + column, said.isEmpty() ? "—" : said));
    }
}
