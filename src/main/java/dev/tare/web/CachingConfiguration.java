package dev.tare.web;

import java.time.Duration;

import dev.tare.catalog.Catalog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How long browsers may keep pages, reports and files. */
@Configuration(proxyBeanMethods = false)
class CachingConfiguration implements WebMvcConfigurer {

    /** A file with the digest of its content in its name. */
    private static final String DIGEST_IN_NAME = "/{file:[a-z]+-[0-9a-f]{32}\\.[a-z]+}";

    private final Catalog catalog;

    private final String version;

    CachingConfiguration(Catalog catalog, @Value("${spring.application.version:} ${tare.revision:}") String version) {
        this.catalog = catalog;
        this.version = version;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ReportCaching(this.catalog, this.version))
                .addPathPatterns("/", "/comparisons/**", "/api/comparisons/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(DIGEST_IN_NAME)
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
