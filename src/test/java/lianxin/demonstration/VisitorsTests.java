package lianxin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lianxin.territory.Areas;
import org.junit.jupiter.api.Test;

/** Whoever reads README finds the accounts that it names. */
class VisitorsTests {

    private static final Pattern ACCOUNT = Pattern.compile("`((?:community|township|county|city|department)-[a-z-]+)`");

    @Test
    void every_account_that_README_names_is_one_of_the_demonstration_in_both_languages() throws IOException {
        try (var town = new ShownTown()) {
            var cast = town.the(Casting.class).appoint(town.clock.instant(), 1);
            var community = town.the(Areas.class).byCode("330402005001").orElseThrow();
            var accounts = town.the(Visitors.class).seated(community, cast).stream()
                    .map(Visitors.Seated::signIn)
                    .toList();
            for (var file : List.of("README.md", "README.zh-CN.md"))
                assertThat(accountsIn(file))
                        .as(file)
                        .contains("community-desk-officer", "county-leader", "city-evaluator")
                        .isSubsetOf(accounts);
        }
    }

    private static List<String> accountsIn(String file) throws IOException {
        return ACCOUNT.matcher(Files.readString(Path.of(file)))
                .results()
                .map((MatchResult it) -> it.group(1))
                .distinct()
                .toList();
    }
}
