package dev.tare.inspection;

import java.util.function.Consumer;

import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.Accounts.Group;
import dev.tare.inspection.Accounts.User;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountsTests {

    @Test
    void usersAndGroupsAreReadInTheirOrder() {
        Accounts accounts = accounts(l -> l.file("etc/passwd", """
                root:*:0:0:root:/root:/bin/bash
                app:x:1000:2000:,,,:/home/app:/bin/sh
                """).file("etc/group", "root:x:0:\nstaff:x:2000:app,root\n"));
        assertThat(accounts.users()).containsExactly(new User("root", 0, 0, Password.LOCKED),
                new User("app", 1000, 2000, Password.LOCKED));
        assertThat(accounts.groups()).containsExactly(new Group("root", 0), new Group("staff", 2000));
    }

    @Test
    void passwordIsThatOfTheShadowWhereTheLineRefersToIt() {
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
    void hashesAreNotKept() {
        assertThat(accounts(l -> l.file("etc/passwd", "a:x:1:1:::\n").file("etc/shadow", "a:$6$salt$hash:1::::::\n"))
                .toString()).doesNotContain("salt", "hash");
    }

    @Test
    void lineThatIsNoAccountIsLeftOut() {
        assertThat(accounts(l -> l.file("etc/passwd", """
                # a comment: with colons:1:1
                +::::::
                -nobody::::::
                short:x
                letters:x:one:1:::
                negative:x:-1:1:::
                long:x:99999999999:1:::

                last:x:1:1""")).users()).extracting(User::name).containsExactly("last");
    }

    @Test
    void fileIsFoundThroughLinksAsAProgramWould() {
        assertThat(accounts(l -> l.file("usr/etc/passwd", "a:x:1:1:::\n").symlink("etc/passwd", "../usr/etc/passwd"))
                .users()).hasSize(1);
        assertThat(accounts(l -> l.file("a/etc/passwd", "a:x:1:1:::\n").hardLink("etc/passwd", "a/etc/passwd")).users())
                .hasSize(1);
        assertThat(accounts(l -> l.file("chroot/etc/passwd", "a:x:1:1:::\n")).users()).isEmpty();
    }

    @Test
    void higherLayersFileReplacesThatOfALowerOne() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("etc/passwd", "old:x:1:1:::\n"))
                .layer(l -> l.file("etc/passwd", "new:x:2:2:::\n"))
                .inspect()
                .accounts()
                .users()).extracting(User::name).containsExactly("new");
    }

    @Test
    void fileLargerThanAnyIsSaidToBeUnread() {
        Accounts accounts = accounts(l -> l.file("etc/passwd", "a:x:1:1:::\n".repeat(100_000)).file("etc/group", ""));
        assertThat(accounts.users()).isEmpty();
        assertThat(accounts.unread()).containsExactly("etc/passwd");
    }

    private static Accounts accounts(Consumer<LayerBuilder> layer) {
        return DrawnImage.anImage().layer(layer).inspect().accounts();
    }
}
