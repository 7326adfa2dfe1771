package lianxin.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
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
        var goodNumber = leaveContact(report, number, visible, saved);
        var wrongPhoto = addPhoto(report, photo, saved, shell);
        var leftOver = goodNumber ? "" : number;
        if (wrongPhoto != null) return new Taken(saved, leftOver, "photo", wrongPhoto);
        return goodNumber
                ? new Taken(saved, "", null, null)
                : new Taken(saved, leftOver, "telephone", shell.t("resident.more.telephone.wrong"));
    }

    private boolean leaveContact(CaseId report, String typed, String visible, List<String> saved) {
        if (visible.equals("anonymous")) {
            if (!typed.isEmpty()) saved.add("anonymous");
            return true;
        }
        var number = Typed.telephone(typed);
        if (!typed.isEmpty() && number.isEmpty()) return false;
        var known = queries.contact(report).orElse(null);
        var givenTo = visible.equals("handler") ? GivenTo.HANDLER : GivenTo.CALL_BACK_DESK;
        if (number.isEmpty()) {
            if (known == null || known.toHandler() == (givenTo == GivenTo.HANDLER)) return true;
            number = known.telephone();
        }
        reports.leaveContact(report, number, givenTo, Actor.reporter(report.ref()));
        saved.add("telephone");
        return true;
    }

    /** The sentence that says why the picture was not taken. */
    private @Nullable String addPhoto(CaseId report, @Nullable MultipartFile photo, List<String> saved, Shell shell)
            throws IOException {
        if (photo == null || photo.isEmpty()) return null;
        try {
            reports.addPicture(report, photo.getBytes(), Moment.REPORT, Actor.reporter(report.ref()));
            saved.add("photo");
            return null;
        } catch (RuleBroken notTaken) {
            return shell.t(notTaken.key(), notTaken.details());
        }
    }
}
