package lianxin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/** House rules that a machine can read. */
class HouseRulesTest {

    private static final JavaClasses TOWN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lianxin");

    @Test
    void the_application_s_clock_is_the_only_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("lianxin.platform.CityClock")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("tests move time, and the demonstration lives its ninety days in two minutes")
                .check(TOWN);
    }

    @Test
    void sql_asks_no_clock() throws IOException {
        var asks = Pattern.compile("(?i)\\b(now\\(\\)|current_date|current_timestamp|clock_timestamp|localtimestamp)");
        for (var migration : files("src/main/resources/db/migration", ".sql"))
            assertThat(Files.readString(migration).replaceAll("--.*", ""))
                    .as("%s: the application's clock is the only clock", migration)
                    .doesNotContainPattern(asks);
        for (var source : files("src/main/java", ".java"))
            assertThat(Files.readString(source))
                    .as("%s: the application's clock is the only clock", source)
                    .doesNotContainPattern("(?i)\"[^\"\n]*\\b(now\\(\\)|current_date|current_timestamp)");
    }

    @Test
    void names_say_what_a_thing_is_in_the_town() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto|DTO|Entity|Mapper)")
                .because("such a name says what the programmer did, not what the thing is")
                .check(TOWN);
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..shared..", "..util..", "..utils..")
                .because("a line of code belongs to the module whose business it is")
                .check(TOWN);
    }

    @Test
    void pages_are_known_to_nobody() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .because("a module is asked through its verbs, never through its pages")
                .check(TOWN);
    }

    @Test
    void no_verb_reads_the_thread_s_security_context() {
        noClasses()
                .that()
                .resideOutsideOfPackages("lianxin.platform..", "lianxin.organization..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.security.core.context.SecurityContextHolder")
                .because("the actor is an argument: many actors may share one transaction")
                .check(TOWN);
    }

    @Test
    void no_place_has_its_name_in_the_code() throws IOException {
        for (var source : files("src/main/java", ".java"))
            assertThat(Files.readString(source).replaceAll("(?s)/\\*.*?\\*/", ""))
                    .as("%s: names of places belong to playbooks", source)
                    .doesNotContainPattern("嘉兴|宁波|长沙|盐城|(?i)\"(jiaxing|ningbo|changsha|yancheng)\"\\.equals");
    }

    @Test
    void files_stay_small() throws IOException {
        for (var source : files("src/main/java", ".java"))
            assertThat(Files.readAllLines(source).size())
                    .as("%s asks for a split by noun", source)
                    .isLessThanOrEqualTo(300);
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(it -> it.toString().endsWith(ending)).toList();
        }
    }
}
