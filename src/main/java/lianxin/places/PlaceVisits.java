package lianxin.places;

import static lianxin.places.tables.PlaceVisitTable.PLACE_VISIT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lianxin.territory.Days;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many said that they were at a place: a number for a day. Nobody is asked who, and nothing is kept of it. */
@Service
public class PlaceVisits {
    private final DSLContext db;
    private final Days days;

    PlaceVisits(DSLContext db, Days days) {
        this.db = db;
        this.days = days;
    }

    public record Day(LocalDate day, int count) {}

    /** One more today. */
    @Transactional
    public void count(PlaceId place) {
        count(place, days.today(), 1);
    }

    /** So many came on that day, as a group. */
    @Transactional
    void count(PlaceId place, LocalDate day, int people) {
        var v = PLACE_VISIT;
        db.insertInto(v, v.PLACE, v.DAY, v.COUNT)
                .values(place.number(), day, people)
                .onConflict(v.PLACE, v.DAY)
                .doUpdate()
                .set(v.COUNT, v.COUNT.plus(people))
                .execute();
    }

    /** Every day from this one to today, the oldest first. */
    public List<Day> since(PlaceId place, LocalDate first) {
        var v = PLACE_VISIT;
        var counts = db.select(v.DAY, v.COUNT)
                .from(v)
                .where(v.PLACE.eq(place.number()), v.DAY.ge(first))
                .fetchMap(v.DAY, v.COUNT);
        var all = new ArrayList<Day>();
        for (var day = first; !day.isAfter(days.today()); day = day.plusDays(1))
            all.add(new Day(day, counts.getOrDefault(day, 0)));
        return all;
    }
}
