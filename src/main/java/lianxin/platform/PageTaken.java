package lianxin.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Another form in which a page may be taken away, asked for in its address; implemented above. */
public interface PageTaken {

    boolean asked(HttpServletRequest request);

    /** @param page as its reader would have seen it: whoever may open it may take it away */
    void write(String page, Shell shell, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
