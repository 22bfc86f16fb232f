package dev.tare.web.request;

import dev.tare.report.document.VisibleJson;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the interceptors of every request. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** Problem details and lists contain texts of clients and images. */
    @Bean
    static JsonFactoryBuilderCustomizer visibleJson() {
        return VisibleJson::applyTo;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FlushingInterceptor());
        registry.addInterceptor(new SameSiteInterceptor());
        registry.addInterceptor(new ParametersInterceptor());
    }
}
