package lianxin.playbook;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * From a checked file to a module's record: {@code holds-cases} becomes {@code holdsCases}, {@code read-contact} becomes
 * {@code READ_CONTACT}, a list or map that is left out becomes an empty one. A record takes what it needs of a file and
 * leaves the rest to others: keys nobody may write have been refused by the schema.
 */
final class Binding {

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .annotationIntrospector(new EnumsInWords())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(List.class, it -> it.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Set.class, it -> it.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, it -> it.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    <T> T bind(PlaybookFile file, Class<T> type) {
        try {
            return json.treeToValue(file.values(), type);
        } catch (JacksonException unfit) {
            var problems = new Problems(file.path());
            problems.add(file.line(pointer(unfit)), sentence(unfit));
            throw new PlaybookBroken(problems.sentences());
        }
    }

    private static JsonPointer pointer(JacksonException unfit) {
        var at = JsonPointer.empty();
        for (var step : unfit.getPath()) {
            @Nullable String name = step.getPropertyName();
            at = name == null ? at.appendIndex(step.getIndex()) : at.appendProperty(name);
        }
        return at;
    }

    /** The module's own words when its record refused the value, else those of the reader, without its Java types. */
    private static String sentence(JacksonException unfit) {
        for (Throwable cause = unfit; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException refused && refused.getMessage() != null) {
                return refused.getMessage();
            }
        }
        return "This value does not fit here: "
                + String.valueOf(unfit.getOriginalMessage()).replaceAll("`[\\w.]*\\.([\\w$]+)`", "$1");
    }

    /** A playbook writes constants as words: {@code read-contact}, or {@code closedSolved} where facts call them so. */
    private static final class EnumsInWords extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public void findEnumAliases(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[][] aliases) {
            super.findEnumAliases(config, type, constants, aliases);
            for (var i = 0; i < constants.length; i++) {
                if (aliases[i] == null || aliases[i].length == 0) {
                    aliases[i] = new String[] {kebab(constants[i]), camel(constants[i])};
                }
            }
        }

        private static String kebab(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static String camel(Enum<?> constant) {
            var words = new StringBuilder();
            for (var word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
                words.append(words.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            return words.toString();
        }
    }
}
