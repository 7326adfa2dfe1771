package lianxin.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.platform.Telephone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Step two of a report: of a picture and a telephone number it takes what is good, and says of the rest what is wrong. */
@Component
class SecondStep {

    private final Reports reports;
    private final ResidentQueries queries;

    SecondStep(Reports reports, ResidentQueries queries) {
        this.reports = reports;
        this.queries = queries;
    }

    /**
     * What became of it.
     *
     * @param saved what was taken: photo, telephone, anonymous
     * @param leftOver the number as typed, where it could not be taken
     * @param field where something is wrong, with the sentence that says what
     */
    record Taken(
            List<String> saved,
            String leftOver,
            @Nullable String field,
            @Nullable String problem) {}

    Taken take(CaseId report, @Nullable MultipartFile photo, String number, String visible, Shell shell)
            throws IOException {
        var saved = new ArrayList<String>();
        var wrongNumber = leaveContact(report, number, visible, saved, shell);
        var wrongPhoto = addPhoto(report, photo, saved, shell);
        var leftOver = wrongNumber == null ? "" : number;
        if (wrongPhoto != null) return new Taken(saved, leftOver, "photo", wrongPhoto);
        return wrongNumber == null
                ? new Taken(saved, "", null, null)
                : new Taken(saved, leftOver, "telephone", wrongNumber);
    }

    /** The sentence that says why the number was not taken. */
    private @Nullable String leaveContact(
            CaseId report, String typed, String visible, List<String> saved, Shell shell) {
        if (visible.equals("anonymous")) {
            if (!typed.isEmpty()) saved.add("anonymous");
            return null;
        }
        var number = Telephone.read(typed).map(Telephone::number).orElse("");
        if (!typed.isEmpty() && number.isEmpty()) return shell.t("resident.more.telephone.wrong");
        var known = queries.contact(report).orElse(null);
        var givenTo = visible.equals("handler") ? GivenTo.HANDLER : GivenTo.CALL_BACK_DESK;
        if (number.isEmpty()) {
            if (known == null || known.toHandler() == (givenTo == GivenTo.HANDLER)) return null;
            number = known.telephone();
        }
        var chosen = number;
        return taken("telephone", saved, shell, () -> reports.leaveContact(report, chosen, givenTo, reporter(report)));
    }

    /** The sentence that says why the picture was not taken. */
    private @Nullable String addPhoto(CaseId report, @Nullable MultipartFile photo, List<String> saved, Shell shell)
            throws IOException {
        if (photo == null || photo.isEmpty()) return null;
        var image = photo.getBytes();
        return taken("photo", saved, shell, () -> reports.addPicture(report, image, Moment.REPORT, reporter(report)));
    }

    private static Actor reporter(CaseId report) {
        return Actor.reporter(report.ref());
    }

    private static @Nullable String taken(String what, List<String> saved, Shell shell, Runnable taking) {
        try {
            taking.run();
            saved.add(what);
            return null;
        } catch (RuleBroken notTaken) {
            return shell.t(notTaken.key(), notTaken.details());
        }
    }
}
