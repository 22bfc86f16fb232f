package dev.tare.inspection.system;

import java.util.function.Consumer;

import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.system.Accounts.Group;
import dev.tare.inspection.system.Accounts.Password;
import dev.tare.inspection.system.Accounts.User;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AccountsTests {

    @Test
    void readKeepsTheOrderOfUsersAndGroups() {
        Accounts accounts = accounts(l -> l.file("etc/passwd", """
                root:*:0:0:root:/root:/bin/bash
                app:x:1000:2000:,,,:/home/app:/bin/sh
                """).file("etc/group", "root:x:0:\nstaff:x:2000:app,root\n"));
        assertThat(accounts.users()).containsExactly(new User("root", 0, 0, Password.LOCKED, "/root"),
                new User("app", 1000, 2000, Password.LOCKED, "/home/app"));
        assertThat(accounts.groups()).containsExactly(new Group("root", 0, ""),
                new Group("staff", 2000, "app,root"));
        assertThat(accounts.group("staff")).matches(group -> group.hasMember("root") && !group.hasMember("ap"));
    }

    @Test
    void readUsesThePasswordOfTheShadowFileIfTheLineRefersToIt() {
        Accounts accounts = accounts(l -> l.file("etc/passwd", """
                none::1:1:::
                shadow-none:x:2:2:::
                set:x:3:3:::
                locked:x:4:4:::
                starred:x:5:5:::
                own:$6$salt$hash:6:6:::
                missing:x:7:7:::
                """).file("etc/shadow", """
                none:!:19000:0:99999:7:::
                shadow-none::19000:0:99999:7:::
                set:$y$j9T$salt$hash:19000:0:99999:7:::
                locked:!$6$salt$hash:19000::::::
                starred:*:19000::::::
                """));
        assertThat(accounts.users()).extracting(User::password)
                .containsExactly(Password.EMPTY, Password.EMPTY, Password.SET, Password.LOCKED, Password.LOCKED,
                        Password.SET, Password.LOCKED);
    }

    @Test
    void readKeepsNoPasswordHashes() {
        assertThat(accounts(l -> l.file("etc/passwd", "a:x:1:1:::\n").file("etc/shadow", "a:$6$salt$hash:1::::::\n"))
                .toString()).doesNotContain("salt", "hash");
    }

    @Test
    void readSkipsALineThatIsNotAnAccount() {
        assertThat(accounts(l -> l.file("etc/passwd", """
                # a comment: with colons:1:1
                +::::::
                -nobody::::::

                last:x:1:1""")).users()).extracting(User::name).containsExactly("last");
    }

    /** Engines read numbers with moby/sys/user, which does the same. */
    @Test
    void readReplacesInvalidNumbersByZeroLikeEngines() {
        Accounts accounts = accounts(l -> l.file("etc/passwd", """
                 indented:x:5:6:::\t
                empty:x::1000::/:
                letters:x:one:1:::
                signed:x:-1:+1:::
                long:x:99999999999999999999:1:::
                short:x
                """).file("etc/group", "a:x:\n  b:x:x:\n"));
        assertThat(accounts.users()).extracting(User::name, User::uid, User::gid)
                .containsExactly(tuple("indented", 5L, 6L), tuple("empty", 0L, 1000L), tuple("letters", 0L, 1L),
                        tuple("signed", -1L, 1L), tuple("long", Long.MAX_VALUE, 1L), tuple("short", 0L, 0L));
        assertThat(accounts.groups()).containsExactly(new Group("a", 0, ""), new Group("b", 0, ""));
    }

    @Test
    void readFollowsLinksToTheFile() {
        assertThat(accounts(l -> l.file("usr/etc/passwd", "a:x:1:1:::\n").symlink("etc/passwd", "../usr/etc/passwd"))
                .users()).hasSize(1);
        assertThat(accounts(l -> l.file("a/etc/passwd", "a:x:1:1:::\n").hardLink("etc/passwd", "a/etc/passwd")).users())
                .hasSize(1);
        assertThat(accounts(l -> l.file("chroot/etc/passwd", "a:x:1:1:::\n")).users()).isEmpty();
    }

    @Test
    void readUsesTheFileOfTheHighestLayer() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("etc/passwd", "old:x:1:1:::\n"))
                .layer(l -> l.file("etc/passwd", "new:x:2:2:::\n"))
                .inspect()
                .system()
                .accounts()
                .users()).extracting(User::name).containsExactly("new");
    }

    @Test
    void readWhenTheFileIsTooLargeReportsAnUnreadFile() {
        Accounts accounts = accounts(l -> l.file("etc/passwd", "a:x:1:1:::\n".repeat(100_000)).file("etc/group", ""));
        assertThat(accounts.users()).isEmpty();
        assertThat(accounts.unread()).containsExactly("etc/passwd");
    }

    private static Accounts accounts(Consumer<LayerBuilder> layer) {
        return DrawnImage.anImage().layer(layer).inspect().system().accounts();
    }
}
