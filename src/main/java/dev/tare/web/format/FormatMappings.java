package dev.tare.web.format;

import java.lang.reflect.Method;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Adds the media types of all formats to the mappings for programs. So a new format needs no change of a mapping, and a
 * request that accepts none of them is rejected before its body is read.
 */
@Component
final class FormatMappings implements WebMvcRegistrations {

    private final List<FormatConverter<?>> converters;

    FormatMappings(List<FormatConverter<?>> converters) {
        this.converters = List.copyOf(converters);
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping(this.converters);
    }

    private static final class Mapping extends RequestMappingHandlerMapping {

        private final List<FormatConverter<?>> converters;

        private Mapping(List<FormatConverter<?>> converters) {
            this.converters = converters;
        }

        @Override
        protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
            RequestMappingInfo mapping = super.getMappingForMethod(method, handlerType);
            if (mapping == null || !AnnotatedElementUtils.hasAnnotation(handlerType, RestController.class)) {
                return mapping;
            }
            Class<?> body = ResolvableType.forMethodReturnType(method).getGeneric().resolve();
            return this.converters.stream()
                    .filter(converter -> converter.type() == body)
                    .findFirst()
                    .map(converter -> mapping.mutate().produces(mediaTypes(converter)).build())
                    .orElse(mapping);
        }

        private static String[] mediaTypes(FormatConverter<?> converter) {
            return converter.getSupportedMediaTypes().stream().map(MediaType::toString).toArray(String[]::new);
        }
    }
}
