package dev.tare;

import java.io.File;
import java.nio.file.Path;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts the folders of Tomcat into the folder of this process. Otherwise they stay after a crash. */
@Component
final class TomcatFolders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Without the main class, as in a test, there is no such folder. */
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Path folder = TemporaryFolder.ofThisProcess();
        if (folder != null) {
            factory.setBaseDirectory(folder.resolve("tomcat").toFile());
            factory.setDocumentRoot(emptyFolder(folder.resolve("documents").toFile()));
        }
    }

    /** Tomcat takes the pages from the class path. */
    private static File emptyFolder(File folder) {
        if (!folder.mkdirs() && !folder.isDirectory()) {
            throw new IllegalStateException(folder + " cannot be created");
        }
        return folder;
    }
}
