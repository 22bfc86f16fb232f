package dev.tare.command;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LicensesCommandTests {

    @Test
    void librariesWhenAComponentHasNoLicenseStateThatItIsUnknown() {
        assertThat(libraries("{}")).containsExactly("g:a:1  unknown");
        assertThat(libraries("{'licenses': []}")).containsExactly("g:a:1  unknown");
        assertThat(libraries("{'licenses': [{'license': {}}]}")).containsExactly("g:a:1  unknown");
    }

    @Test
    void librariesListSeveralLicensesWithoutARelation() {
        assertThat(libraries("{'licenses': [{'license': {'id': 'MIT'}}, {'license': {'name': 'Mine'}}]}"))
                .containsExactly("g:a:1  MIT, Mine");
    }

    @Test
    void librariesShowAnExpressionAsStated() {
        assertThat(libraries("{'licenses': [{'expression': 'MIT OR EPL-2.0'}]}"))
                .containsExactly("g:a:1  MIT OR EPL-2.0");
    }

    private static Iterable<String> libraries(String licenses) {
        String component = licenses.replaceFirst("\\{", "{'group': 'g', 'name': 'a', 'version': '1'"
                + (licenses.equals("{}") ? "" : ", "));
        JsonNode document = JsonMapper.shared().readTree(("{'components': [" + component + "]}").replace('\'', '"'));
        return LicensesCommand.libraries(document);
    }
}
