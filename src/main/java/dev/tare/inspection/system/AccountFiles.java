package dev.tare.inspection.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.system.Accounts.Group;
import dev.tare.inspection.system.Accounts.Password;
import dev.tare.inspection.system.Accounts.User;

/** The account files of an image. Only the files at the paths that programs read count. */
final class AccountFiles {

    private final CountedTree files;

    private final Map<String, AccountFile> found;

    AccountFiles(CountedTree files, Map<String, AccountFile> found) {
        this.files = files;
        this.found = found;
    }

    Accounts accounts() {
        Map<String, Password> shadow = shadow();
        List<User> users = lines(AccountCollector.PASSWD).map(line -> user(line, shadow)).toList();
        List<Group> groups = lines(AccountCollector.GROUP)
                .map(line -> new Group(line.name(), line.id(), line.members()))
                .toList();
        return new Accounts(users, groups, unread());
    }

    private Map<String, Password> shadow() {
        Map<String, Password> shadow = new HashMap<>();
        lines(AccountCollector.SHADOW).forEach(line -> {
            if (line.password() != null) {
                shadow.putIfAbsent(line.name(), line.password());
            }
        });
        return shadow;
    }

    private List<String> unread() {
        return Stream.of(AccountCollector.PASSWD, AccountCollector.GROUP, AccountCollector.SHADOW)
                .map(this.files::resolveToFirstName)
                .filter(file -> file != null && file.isFile() && !this.found.containsKey(file.path()))
                .map(file -> Objects.requireNonNull(file).path())
                .toList();
    }

    private Stream<AccountLine> lines(String path) {
        FileEntry file = this.files.resolveToFirstName(path);
        AccountFile accounts = file == null ? null : this.found.get(file.path());
        return accounts == null ? Stream.empty() : accounts.lines().stream();
    }

    /** A user without a password in any file cannot log in with one. */
    private static User user(AccountLine line, Map<String, Password> shadow) {
        Password password = line.password() == null ? shadow.getOrDefault(line.name(), Password.LOCKED)
                : line.password();
        return new User(line.name(), line.id(), line.group(),
                password, line.home());
    }
}
