package dev.tare.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.tare.image.ContainerConfig;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.secret.SecretKind;
import dev.tare.secret.redaction.Redaction;
import dev.tare.secret.redaction.TextSecrets;
import org.jspecify.annotations.Nullable;

/** Finds the secrets in an image's config and annotations. */
final class ConfigSecrets {

    /** The maximum number of characters of an image that are searched for tokens and keys. */
    private static final int MOST = 1 << 22;

    private final List<Secret> found = new ArrayList<>();

    /** Builders repeat steps. */
    private final Map<String, Set<SecretKind>> steps = new HashMap<>();

    private final UnaryOperator<String> name;

    private final Runnable step;

    private final TextBudget budget;

    private int left = MOST;

    private ConfigSecrets(UnaryOperator<String> name, Runnable step) {
        this.name = name;
        this.step = step;
        this.budget = new TextBudget(step);
    }

    /**
     * Finds the secrets.
     *
     * @param name masks a name, as in the masked image
     * @param step runs before each text
     */
    static List<Secret> find(Image image, UnaryOperator<String> name, Runnable step) {
        ConfigSecrets secrets = new ConfigSecrets(name, step);
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
            Set<SecretKind> ofName = kinds.computeIfAbsent(name, this::tokens);
            if (equals >= 0) {
                ofName.addAll(search(variable.substring(equals + 1), text -> TextSecrets.ofVariable(name, text)));
            }
        }
        add(kinds, SecretPlace.Variable::new);
    }

    private void addLabels(Map<String, String> labels) {
        Map<String, Set<SecretKind>> kinds = new LinkedHashMap<>();
        new TreeMap<>(labels).forEach((key, value) -> {
            Set<SecretKind> ofLabel = tokens(key);
            ofLabel.addAll(tokens(value));
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
            add(ofName, place.apply(unique.of(this.name.apply(name))));
        });
    }

    private void addStart(String field, List<String> words) {
        int count = 0;
        int length = 0;
        Set<SecretKind> kinds = new LinkedHashSet<>();
        for (String word : words) {
            length = Math.min(length + word.length() + 1, Redaction.MOST);
            count += length < Redaction.MOST ? 1 : 0;
            kinds.addAll(length < Redaction.MOST ? Set.of() : tokens(word));
        }
        if (this.budget.take(length)) {
            kinds.addAll(TextSecrets.ofWords(words.subList(0, count)));
        }
        add(kinds, new SecretPlace.Start(field));
    }

    private void addHistory(List<HistoryEntry> history) {
        for (int i = 0; i < history.size(); i++) {
            addStep(history.get(i).createdBy(), new SecretPlace.Step(i + 1));
            addStep(history.get(i).comment(), new SecretPlace.Step(i + 1));
        }
    }

    private void addStep(@Nullable String text, SecretPlace.Step step) {
        if (text != null) {
            add(this.steps.computeIfAbsent(text, command -> search(command, TextSecrets::ofCommand)), step);
        }
    }

    /** The tokens and keys in a text. In its beginning, a slower search also finds secrets by their context. */
    private Set<SecretKind> search(String text, Function<String, List<SecretKind>> inContext) {
        boolean whole = text.length() <= Redaction.MOST;
        if (!this.budget.take(text.length())) {
            return tokens(text);
        }
        Set<SecretKind> kinds = whole ? new LinkedHashSet<>() : tokens(text);
        kinds.addAll(inContext.apply(whole ? text : text.substring(0, Redaction.MOST)));
        return kinds;
    }

    private Set<SecretKind> tokens(String text) {
        this.step.run();
        int length = Math.min(text.length(), this.left);
        this.left -= length;
        return new LinkedHashSet<>(TextSecrets.ofText(text.substring(0, length)));
    }

    private void add(Collection<SecretKind> kinds, SecretPlace place) {
        kinds.forEach(kind -> this.found.add(Secret.of(kind, place)));
    }
}
