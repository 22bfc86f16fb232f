package dev.tare.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

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

    private final Runnable step;

    private ConfigSecrets(Runnable step) {
        this.step = step;
    }

    /** @param step runs before each name that is masked */
    static List<Secret> find(Image image, Runnable step) {
        ConfigSecrets secrets = new ConfigSecrets(step);
        ContainerConfig container = image.config().container();
        secrets.addVariables(container.environment());
        secrets.addLabels(container.labels());
        secrets.addLabels(image.annotations());
        secrets.addStart("entrypoint", container.entrypoint());
        secrets.addStart("command", container.command());
        secrets.addStart("health check", container.healthCheck() == null ? List.of() : container.healthCheck().test());
        secrets.addHistory(image.config().history());
        return secrets.found;
    }

    private void addVariables(List<String> variables) {
        Map<String, Set<SecretKind>> kinds = new LinkedHashMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            String name = equals < 0 ? variable : variable.substring(0, equals);
            Set<SecretKind> ofName = kinds.computeIfAbsent(name, key -> new LinkedHashSet<>(TextSecrets.ofText(key)));
            if (equals >= 0) {
                ofName.addAll(TextSecrets.ofVariable(name, variable.substring(equals + 1)));
            }
        }
        add(kinds, SecretPlace.Variable::new);
    }

    private void addLabels(Map<String, String> labels) {
        Map<String, Set<SecretKind>> kinds = new LinkedHashMap<>();
        new TreeMap<>(labels).forEach((key, value) -> {
            Set<SecretKind> ofLabel = new LinkedHashSet<>(TextSecrets.ofText(key));
            ofLabel.addAll(TextSecrets.ofText(value));
            kinds.put(key, ofLabel);
        });
        add(kinds, SecretPlace.Label::new);
    }

    /** Names without a secret count too, so that the place has the same name as in the masked image. */
    private void add(Map<String, Set<SecretKind>> kinds, Function<String, SecretPlace> place) {
        if (kinds.values().stream().allMatch(Set::isEmpty)) {
            return;
        }
        UniqueNames unique = new UniqueNames(this.step);
        kinds.forEach((name, ofName) -> {
            this.step.run();
            add(ofName, place.apply(unique.of(Redaction.text(name))));
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
