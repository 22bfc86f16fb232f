package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.system.Accounts;
import dev.tare.wording.Words;

/** Checks that no two users, and no two groups, share a name or a number. */
final class UniqueAccounts extends Check {

    private static final long ROOT = 0;

    private static final String REMEDY = "Give each user and each group a name and a number of its own.";

    UniqueAccounts() {
        super("unique-accounts", "Has no two accounts in one",
                "No two users, and no two groups, have the same name or the same number; a second root fails.",
                "Who shares a number shares all rights, which whoever reads the names does not see.", "DKL-LI-0002");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        Accounts accounts = inspection.system().accounts();
        if (accounts.users().isEmpty() && accounts.groups().isEmpty()) {
            return accounts.unread().isEmpty() ? notApplicable("There are neither users nor groups.")
                    : unknown("Too large to be read: " + Paths.listed(accounts.unread()) + ".", REMEDY);
        }
        List<String> doubles = doubles(accounts);
        if (doubles.isEmpty()) {
            return pass("All of " + Words.count(accounts.users().size(), "user", "users") + " and "
                    + Words.count(accounts.groups().size(), "group", "groups") + " differ in name and number.");
        }
        boolean secondRoot = accounts.users().stream().filter(user -> user.uid() == ROOT).count() > 1;
        return CheckFinding.masked(this, secondRoot ? Verdict.FAIL : Verdict.WARN, doubles, REMEDY);
    }

    private static List<String> doubles(Accounts accounts) {
        List<String> sentences = new ArrayList<>();
        Stream.of(
                described("The user number", accounts.users().stream().map(user -> Map.entry(user.uid(), user.name()))),
                described("The group number",
                        accounts.groups().stream().map(group -> Map.entry(group.gid(), group.name()))),
                described("The user name",
                        accounts.users().stream().map(user -> Map.entry(user.name(), "" + user.uid()))),
                described("The group name",
                        accounts.groups().stream().map(group -> Map.entry(group.name(), "" + group.gid()))))
                .forEach(sentences::addAll);
        return sentences;
    }

    /** The same line twice is one account. */
    private static <K> List<String> described(String what, Stream<Map.Entry<K, String>> accounts) {
        Map<K, List<String>> byKey = accounts.distinct()
                .collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return byKey.entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .limit(Paths.LISTED)
                .map(entry -> what + " " + entry.getKey() + " is that of " + Paths.first(entry.getValue()) + ".")
                .toList();
    }
}
