package dev.tare.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.tare.image.ContainerConfig;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.secret.SecretKind;
import dev.tare.secret.redaction.Redaction;
import dev.tare.secret.redaction.TextSecrets;
import org.jspecify.annotations.Nullable;

/** Finds the secrets in an image's config and annotations. */
final class ConfigSecrets {

    private final List<Secret> found = new ArrayList<>();

    private ConfigSecrets() {}

    static List<Secret> find(Image image) {
        ConfigSecrets secrets = new ConfigSecrets();
        ContainerConfig container = image.config().container();
        container.environment().forEach(secrets::addVariable);
        secrets.addLabels(container.labels());
        secrets.addLabels(image.annotations());
        secrets.addStart("entrypoint", container.entrypoint());
        secrets.addStart("command", container.command());
        secrets.addStart("health check", container.healthCheck() == null ? List.of() : container.healthCheck().test());
        secrets.addHistory(image.config().history());
        return secrets.found;
    }

    private void addVariable(String variable) {
        int equals = variable.indexOf('=');
        String name = equals < 0 ? variable : variable.substring(0, equals);
        Set<SecretKind> kinds = new LinkedHashSet<>(TextSecrets.ofText(name));
        if (equals >= 0) {
            kinds.addAll(TextSecrets.ofVariable(name, variable.substring(equals + 1)));
        }
        add(kinds, new SecretPlace.Variable(Redaction.text(name)));
    }

    private void addLabels(Map<String, String> labels) {
        new TreeMap<>(labels).forEach((key, value) -> {
            Set<SecretKind> kinds = new LinkedHashSet<>(TextSecrets.ofText(key));
            kinds.addAll(TextSecrets.ofText(value));
            add(kinds, new SecretPlace.Label(Redaction.text(key)));
        });
    }

    private void addStart(String field, List<String> words) {
        add(TextSecrets.ofWords(words), new SecretPlace.Start(field));
    }

    private void addHistory(List<HistoryEntry> history) {
        for (int i = 0; i < history.size(); i++) {
            addStep(history.get(i).createdBy(), new SecretPlace.Step(i + 1));
            addStep(history.get(i).comment(), new SecretPlace.Step(i + 1));
        }
    }

    private void addStep(@Nullable String text, SecretPlace.Step step) {
        if (text != null) {
            add(TextSecrets.ofCommand(text), step);
        }
    }

    private void add(Collection<SecretKind> kinds, SecretPlace place) {
        kinds.forEach(kind -> this.found.add(Secret.of(kind, place)));
    }
}
