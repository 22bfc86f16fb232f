package dev.tare.web;

import java.io.UnsupportedEncodingException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = { "server.forward-headers-strategy=framework",
        "tare.security.allowed-hosts=tare.example.com" })
@AutoConfigureMockMvc
class HomePageTests {

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({ "http://localhost/, http://localhost", "http://127.0.0.1:8090/, http://127.0.0.1:8090",
            "https://tare.example.com:8443/, https://tare.example.com:8443", "http://[::1]:8080/, http://[::1]:8080" })
    void commandHasTheAddressOfThePage(String page, String address) throws UnsupportedEncodingException {
        assertThat(this.mvc.get().uri(page).exchange().getResponse().getContentAsString())
                .contains(" '" + address + "/api/comparisons'");
    }

    @Test
    void commandHasTheForwardedAddress() throws UnsupportedEncodingException {
        assertThat(this.mvc.get()
                .uri("http://10.0.0.1:8080/")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "tare.example.com")
                .header("X-Forwarded-Port", "443")
                .exchange()
                .getResponse()
                .getContentAsString()).contains("'https://tare.example.com/api/comparisons'")
                .doesNotContain("10.0.0.1");
    }
}
