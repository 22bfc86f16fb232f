package dev.tare.report.gate;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import dev.tare.report.ComparisonReport;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JunitReportTests {

    @Test
    void everyRequirementIsATestCase() throws Exception {
        Element suite = suite(GateReports.failing());
        assertThat(suite.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
        assertThat(suite.getElementsByTagName("failure").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("failures")))
                .isGreaterThanOrEqualTo(5);
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(text(GateReports.failing())).contains("name=\"forbidden-path *.pem\"", "/etc/key.pem",
                "Waived: mount needs it");
    }

    @Test
    void requirementThatIsKeptHasNoFailure() throws Exception {
        Element suite = suite(GateReports.passing());
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
    }

    @Test
    void checksOfTheBaselineAreNoTestCases() {
        assertThat(text(GateReports.overALaterBaseline())).contains("name=\"no-shell\" classname=\"app:2\"")
                .doesNotContain("classname=\"app:1\"");
    }

    @Test
    void documentFollowsTheSchemaOfSurefireForAnyNames() throws Exception {
        validate(text(GateReports.failing()));
        validate(text(GateReports.passing()));
        validate(text(GateReports.hostile()));
        assertThat(text(GateReports.hostile())).doesNotContain("\u202e", "\u001b");
    }

    /** Guards the test above: a schema that accepts everything would prove nothing. */
    @Test
    void schemaRejectsOtherNames() {
        assertThatExceptionOfType(SAXException.class)
                .isThrownBy(() -> validate(text(GateReports.failing()).replace("failure", "fault")));
        assertThatExceptionOfType(SAXException.class)
                .isThrownBy(() -> validate(text(GateReports.failing()).replace(" time=\"0\"", "")));
    }

    /** The schema is of the Apache Software Foundation, under Apache-2.0. */
    private static void validate(String xml) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitReportTests.class.getResource("/junit/surefire-test-report.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static Element suite(ComparisonReport report)
            throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text(report))))
                .getDocumentElement();
    }

    private static String text(ComparisonReport report) {
        return GateReports.text(out -> JunitReport.write(report, out));
    }
}
