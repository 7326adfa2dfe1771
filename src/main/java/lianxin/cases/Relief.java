package lianxin.cases;

import java.util.Locale;

/** What the unit that holds a case may ask its desk for. */
enum Relief {
    /** 退单: the duty list names somebody else. */
    RETURN,
    /** 延期: more time, for a reason that lies outside the unit. */
    POSTPONE,
    /** 挂账: put aside until a date, because nothing can be done before; no limit runs meanwhile. */
    SHELVE,
    /** 未解决结案: it cannot be solved, for a reason of a closed list. */
    UNSOLVED,
    /** 会商: its returns were refused, and the units that could answer for it meet. */
    CONFER,
    /** 终审: they did not agree, and the unit above decides for good. */
    ARBITRATE;

    /** Whether units disagree about who answers, so that no desk grants or refuses it. */
    boolean disputes() {
        return this == CONFER || this == ARBITRATE;
    }

    /** Its key in the playbook and in the records. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** At the end of the address to which it is sent. */
    String noun() {
        return switch (this) {
            case RETURN -> "return";
            case POSTPONE -> "postponement";
            case SHELVE -> "shelving";
            case UNSOLVED -> "unsolved";
            case CONFER -> "conference-request";
            case ARBITRATE -> "arbitration";
        };
    }

    static Relief of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
