package lianxin.evaluation;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.platform.HomeCard;
import lianxin.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The last league on the first page: how the reader's own units did. */
@Component
class LeagueHomeCard implements HomeCard {
    private final Schemes schemes;
    private final Leagues leagues;
    private final Readers readers;

    LeagueHomeCard(Schemes schemes, Leagues leagues, Readers readers) {
        this.schemes = schemes;
        this.leagues = leagues;
        this.readers = readers;
    }

    record View(String scheme, String period, boolean example, List<Line> own) {}

    record Line(String name, String score, String range, boolean smallSample, String url) {}

    @Override
    public String name() {
        return "league";
    }

    @Override
    public String title() {
        return "evaluation.last-league";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String template() {
        return "evaluation/home-card";
    }

    @Override
    public boolean isFor(Principal signedIn) {
        return readers.of(signedIn).may(May.READ);
    }

    @Override
    public Object model(Principal signedIn) {
        var scheme = schemes.first();
        var period = leagues.lastClosed(scheme);
        var league = leagues.issued(scheme, period);
        var own = Arrays.stream(readers.ownUnits(readers.of(signedIn)))
                .mapToObj(league::row)
                .flatMap(Optional::stream)
                .map(it -> new Line(
                        it.name(),
                        it.score().total().shown(2),
                        Figures.total(scheme, it.score()).range(),
                        league.smallSample(it),
                        "/leagues/" + scheme.key() + "/" + period + "/units/" + it.unit()))
                .toList();
        return new View(scheme.key(), period.toString(), scheme.example(), own);
    }

    @Bean
    static NavEntry leaguesInNavigation(Actors actors) {
        return new NavEntry("evaluation.leagues", "/leagues", "trophy", 50, "evaluation.group")
                .opening(actors.whoMay(May.READ));
    }
}
