package dev.tare.load;

import java.nio.file.Path;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A service with nothing but Spring MVC, Jackson and Thymeleaf. It reads Tare's {@code application.properties}, so its
 * threads, connections and compression are the same.
 */
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class })
@Import(YardstickController.class)
class Yardstick {

    /** The port and the folder of the samples. */
    public static void main(String[] arguments) {
        start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }

    /**
     * Starts the service. It indents JSON as Tare does.
     *
     * @param port    any free one if it is 0
     * @param samples folder with the answers of Tare that the answers of this service resemble
     */
    static ConfigurableApplicationContext start(int port, Path samples) {
        SpringApplication application = new SpringApplication(Yardstick.class);
        application.setAdditionalProfiles(YardstickController.PROFILE);
        return application.run("--server.port=" + port, "--yardstick.samples=" + samples,
                "--spring.jackson.serialization.indent-output=true");
    }
}
