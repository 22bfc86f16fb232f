package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.system.Accounts;
import dev.tare.wording.Counts;

/** Checks that no two users, and no two groups, share a name or a number. */
final class UniqueAccounts extends Check {

    private static final long ROOT = 0;

    private static final String REMEDY = "Give each user and each group a unique name and a unique ID.";

    UniqueAccounts() {
        super("unique-accounts", "Unique users and groups",
                "No two users, and no two groups, share a name or an ID. A second user with the ID 0 is a failure."
                        + " Any other duplicate is a warning.",
                "Accounts with the same ID have the same rights, although their names differ.", "DKL-LI-0002");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        Accounts accounts = inspection.system().accounts();
        if (accounts.users().isEmpty() && accounts.groups().isEmpty()) {
            return accounts.unread().isEmpty() ? notApplicable("The image has no users and no groups.")
                    : unknown("Too large to read: " + Paths.listed(accounts.unread()) + ".", REMEDY);
        }
        List<String> doubles = doubles(accounts);
        if (doubles.isEmpty()) {
            return pass("No name and no ID repeats among "
                    + Counts.of(accounts.users().size(), "user", "users") + " and "
                    + Counts.of(accounts.groups().size(), "group", "groups") + ".");
        }
        boolean secondRoot = accounts.users().stream().filter(user -> user.uid() == ROOT).count() > 1;
        return CheckFinding.masked(this, secondRoot ? Verdict.FAIL : Verdict.WARN, doubles, REMEDY);
    }

    private static List<String> doubles(Accounts accounts) {
        List<String> sentences = new ArrayList<>();
        Stream.of(
                described("users", "ID", "names",
                        accounts.users().stream().map(user -> Map.entry(user.uid(), user.name()))),
                described("groups", "ID", "names",
                        accounts.groups().stream().map(group -> Map.entry(group.gid(), group.name()))),
                described("users", "name", "IDs",
                        accounts.users().stream().map(user -> Map.entry(user.name(), "" + user.uid()))),
                described("groups", "name", "IDs",
                        accounts.groups().stream().map(group -> Map.entry(group.name(), "" + group.gid()))))
                .forEach(sentences::addAll);
        return sentences;
    }

    /** Equal lines are one account. */
    private static <K> List<String> described(String accountKind, String key, String others,
            Stream<Map.Entry<K, String>> accounts) {
        Map<K, List<String>> byKey = accounts.distinct()
                .collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return byKey.entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .limit(Paths.LISTED)
                .map(entry -> Counts.of(entry.getValue().size()) + " " + accountKind + " have the " + key + " "
                        + entry.getKey()
                        + ". Their " + others + " are " + Paths.first(entry.getValue()) + ".")
                .toList();
    }
}
