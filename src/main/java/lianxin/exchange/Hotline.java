package lianxin.exchange;

import java.time.Instant;
import lianxin.cases.FromSource;
import lianxin.cases.SourceStanding;
import lianxin.cases.Sources;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a partner may tell of its matters. Everything under a number of its own, so that telling it again does nothing. */
@Service
@Transactional
class Hotline {

    private static final String CHANNEL = "hotline";

    private final Sources sources;
    private final PartnerSystems partners;

    Hotline(Sources sources, PartnerSystems partners) {
        this.sources = sources;
        this.partners = partners;
    }

    /**
     * A matter as a partner sends it.
     *
     * @param place the code of an area, or an address that leads to one for certain
     */
    record Matter(
            @Nullable String number,
            @Nullable String words,
            @Nullable String place,
            @Nullable String detail,
            @Nullable String category,
            @Nullable String kind,
            @Nullable Instant due,
            @Nullable String telephone) {}

    /** The same number again is answered with how the matter stands, whatever else is said of it. */
    SourceStanding report(Partner partner, Matter told) {
        var number = said(told.number);
        var known = sources.standing(partner.key(), number);
        if (known.isPresent()) return known.get();
        var it = new FromSource(
                partner.key(),
                number,
                sources.place(said(told.place)),
                said(told.words),
                said(told.detail),
                CHANNEL,
                told.category,
                told.kind,
                told.due,
                partner.asksItself(),
                said(told.telephone));
        sources.take(it, partner.actor());
        return standing(partner, number);
    }

    SourceStanding standing(Partner partner, String number) {
        return sources.standing(partner.key(), number).orElseThrow(() -> sources.unknown(partner.key(), number));
    }

    SourceStanding urge(Partner partner, String number, String event) {
        return once(partner, number, event, () -> sources.urge(partner.key(), number, partner.actor()));
    }

    SourceStanding rebind(Partner partner, String number, String event, @Nullable Instant due) {
        if (due == null) throw new RuleBroken("exchange.due-missing");
        return once(partner, number, event, () -> sources.rebind(partner.key(), number, due, partner.actor()));
    }

    SourceStanding decideReturn(Partner partner, String number, String event, boolean granted) {
        return once(
                partner, number, event, () -> sources.decideReturn(partner.key(), number, granted, partner.actor()));
    }

    SourceStanding heard(Partner partner, String number, String event, boolean solved, int result, int service) {
        return once(
                partner,
                number,
                event,
                () -> sources.heard(partner.key(), number, solved, result, service, partner.actor()));
    }

    private SourceStanding once(Partner partner, String number, String event, Runnable step) {
        if (event.isBlank() || event.length() > FromSource.LONGEST_NUMBER)
            throw new RuleBroken("exchange.event", FromSource.LONGEST_NUMBER);
        standing(partner, number);
        if (partners.tellsFirst(partner, event)) step.run();
        return standing(partner, number);
    }

    private static String said(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
