package lianxin.territory.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A GeoJSON file of borders: each feature carries the code of its area as id and its name as a property. */
public final class OutlineFile {

    private OutlineFile() {}

    public static List<Outline> read(byte[] geoJson) {
        var outlines = new ArrayList<Outline>();
        for (var feature : JsonMapper.shared().readTree(geoJson).path("features")) {
            outlines.add(new Outline(
                    feature.path("id").asString(),
                    feature.path("properties").path("name").asString(),
                    geometry(feature.path("geometry"))));
        }
        return outlines;
    }

    private static Geometry geometry(JsonNode drawn) {
        try {
            return new GeoJsonReader().read(drawn.toString());
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException("Not a border: " + unreadable.getMessage(), unreadable);
        }
    }
}
