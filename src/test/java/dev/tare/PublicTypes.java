package dev.tare;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;

/** Finds public types that could be package-private. */
final class PublicTypes {

    private final JavaClasses classes;

    /** Public types and the types in their signatures that another package can reach. */
    private final Set<JavaClass> used = new LinkedHashSet<>();

    private final Deque<JavaClass> unread = new ArrayDeque<>();

    private PublicTypes(JavaClasses classes) {
        this.classes = classes;
    }

    /** The public types outside of other types that no other package can reach. */
    static Stream<JavaClass> unused(JavaClasses classes) {
        PublicTypes types = new PublicTypes(classes);
        classes.stream().filter(PublicTypes::isUsedByAnotherPackage).forEach(types::add);
        while (!types.unread.isEmpty()) {
            types.addSignature(types.unread.remove());
        }
        return classes.stream()
                .filter(type -> type.isTopLevelClass() && isOpen(type) && !types.used.contains(type));
    }

    private static boolean isUsedByAnotherPackage(JavaClass type) {
        return type.getDirectDependenciesToSelf()
                .stream()
                .map(Dependency::getOriginClass)
                .anyMatch(user -> !user.getPackage().equals(type.getPackage()));
    }

    private void add(JavaClass type) {
        if (this.classes.contain(type.getName()) && isOpen(type) && this.used.add(type)) {
            this.unread.add(type);
            type.getEnclosingClass().ifPresent(this::add);
        }
    }

    private void addSignature(JavaClass type) {
        Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(),
                type.getTypeParameters().stream(),
                type.getFields().stream().filter(PublicTypes::isOpen).map(JavaField::getType),
                type.getCodeUnits().stream().filter(PublicTypes::isOpen).flatMap(PublicTypes::typesOf))
                .flatMap(types -> types)
                .flatMap(one -> one.getAllInvolvedRawTypes().stream())
                .forEach(this::add);
        if (type.reflect().isSealed()) {
            Arrays.stream(type.reflect().getPermittedSubclasses())
                    .map(Class::getName)
                    .filter(this.classes::contain)
                    .map(this.classes::get)
                    .forEach(this::add);
        }
    }

    private static Stream<JavaType> typesOf(JavaCodeUnit unit) {
        return Stream.of(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream(),
                unit.getExceptionTypes().stream()).flatMap(types -> types);
    }

    private static boolean isOpen(HasModifiers member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
