package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import lianxin.platform.NotFound;
import lianxin.platform.PrivateLinks;
import lianxin.platform.PublicAddress;
import org.springframework.stereotype.Component;

/** What a reporter holds in the hand instead of an account: a private link. */
@Component
class Receipts {

    private static final int VERSION = 1;

    private final PrivateLinks links;

    private final PublicAddress address;

    Receipts(PrivateLinks links, PublicAddress address) {
        this.links = links;
        this.address = address;
    }

    /** The page with link, code and step two. */
    String address(String door, CaseId id) {
        return "/r/" + door + "/receipt/" + id + "/" + token(id);
    }

    /** The page on which the reporter follows the case and answers. */
    String tracking(CaseId id) {
        return "/r/t/" + id + "/" + token(id);
    }

    /** What proves in another address that somebody holds the private link of this case. */
    String key(CaseId id) {
        return id + "." + token(id);
    }

    /** The case whose key it is; empty for anything else. */
    Optional<CaseId> held(String key) {
        var dot = key.indexOf('.');
        if (dot < 0) return Optional.empty();
        try {
            return Optional.of(opened(UUID.fromString(key.substring(0, dot)), key.substring(dot + 1)));
        } catch (IllegalArgumentException | NotFound guessed) {
            return Optional.empty();
        }
    }

    /** The link as it is written down or scanned. */
    String whole(String path, HttpServletRequest request) {
        return address.whole(path, request);
    }

    /** The case this link opens; a guess learns nothing, not even whether there is such a case. */
    CaseId opened(UUID id, String token) {
        if (!links.opens(token, CaseId.KIND, id.toString(), VERSION)) throw new NotFound("private link");
        return new CaseId(id);
    }

    private String token(CaseId id) {
        return links.token(CaseId.KIND, id.toString(), VERSION);
    }
}
