package lianxin.territory.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A GeoJSON file of borders as an office sends it: nothing in it is trusted, and what cannot be read is told, not thrown. */
public final class BorderFile {
    private BorderFile() {}

    /**
     * One feature of the file, with its coordinates as they stand there.
     *
     * @param number counted from one
     * @param drawn null when it is no surface
     */
    public record Feature(
            int number, String code, String name, @Nullable Geometry drawn) {}

    /** @param key the property that holds the code of the area; empty for the feature's own id
     * @return null when the file is no GeoJSON collection of features */
    public static @Nullable List<Feature> read(byte[] content, String key) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(content);
        } catch (JacksonException noJson) {
            return null;
        }
        if (!root.path("features").isArray()) return null;
        var features = new ArrayList<Feature>();
        for (var it : root.path("features")) {
            var properties = it.path("properties");
            var code = key.isEmpty() ? it.path("id") : properties.path(key);
            features.add(new Feature(
                    features.size() + 1,
                    code.asString("").strip(),
                    properties.path("name").asString(""),
                    geometry(it.path("geometry"))));
        }
        return features;
    }

    private static @Nullable Geometry geometry(JsonNode drawn) {
        if (!drawn.isObject()) return null;
        try {
            var read = new GeoJsonReader().read(drawn.toString());
            return read instanceof Polygonal && !read.isEmpty() ? read : null;
        } catch (ParseException | RuntimeException unreadable) {
            return null;
        }
    }

    /** Degrees of east and north; a survey in meters has numbers far beyond. */
    public static boolean inDegrees(Geometry drawn) {
        var box = drawn.getEnvelopeInternal();
        return box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90;
    }
}
