package dev.tare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Tare: weighs container images.
 */
@SpringBootApplication
public class TareApplication {

    public static void main(String[] args) {
        SpringApplication.run(TareApplication.class, args);
    }

}
