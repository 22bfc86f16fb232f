package dev.tare.images;

import java.util.List;
import java.util.stream.Stream;

import com.github.dockerjava.api.command.CreateContainerCmd;
import dev.tare.attack.Pod;

/**
 * The ways to start the same application with the same JVM in a container of an image.
 */
enum Launch {

    /** Spring Boot's executable jar, from a volume, without the options by which the image starts faster. */
    FAT_JAR {
        @Override
        void apply(CreateContainerCmd command, LoadedImage image) {
            Stream<String> flags = Stream.of(image.entrypoint())
                    .takeWhile((argument) -> !argument.equals("-cp"))
                    .filter((argument) -> !argument.startsWith("@") && !Pod.startsC2Later(argument));
            List<String> launch = List.of("-jar", ArchivesVolume.JAR);
            command.withEntrypoint(Stream.concat(flags, launch.stream()).toList());
        }
    },

    /** The jars of the image, without its AOT cache. */
    WITHOUT_CACHE {
        @Override
        void apply(CreateContainerCmd command, LoadedImage image) {
            command.withEnv(Stream.concat(Stream.of(command.getEnv()), Stream.of(AOT_MODE + "off")).toList());
        }
    },

    /** As the image starts. */
    AS_BUILT {
        @Override
        void apply(CreateContainerCmd command, LoadedImage image) {}
    };

    /** The variable that selects how the JVM treats its AOT cache: {@code on} ends it if it cannot use the cache. */
    static final String AOT_MODE = "JAVA_TOOL_OPTIONS=-XX:AOTMode=";

    abstract void apply(CreateContainerCmd command, LoadedImage image);

}
