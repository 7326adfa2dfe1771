package lianxin.places;

import java.util.Optional;
import lianxin.sheets.Complaint;

/** Implemented by modules that point at places: a list that brought in such a place cannot be taken back. */
public interface PlaceUse {

    /** What points at some of these places, in words; empty when nothing does. */
    Optional<Complaint> of(Integer[] places);
}
