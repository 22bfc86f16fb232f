package dev.tare.ecosystem.unread;

import java.util.List;

import dev.tare.content.Unread.Subject;

import static dev.tare.content.Unread.Subject.LANGUAGE_PACKAGE;
import static dev.tare.content.Unread.Subject.OS_PACKAGES;

/** The package databases that Tare recognizes but does not read. A new one is a new constant. */
enum RecognizedDatabase {

    PACMAN("pacman (Arch Linux)", OS_PACKAGES, "var/lib/pacman/local"),
    OPKG("opkg (OpenWrt, Yocto)", OS_PACKAGES, "usr/lib/opkg/info", "var/lib/opkg/info", "usr/lib/opkg/status",
            "var/lib/opkg/status"),
    NIX("Nix", OS_PACKAGES, "nix/store"),
    GUIX("Guix", OS_PACKAGES, "gnu/store"),
    PORTAGE("Portage (Gentoo)", OS_PACKAGES, "**/environment.bz2"),
    FREEBSD("pkg (FreeBSD)", OS_PACKAGES, "var/db/pkg/local.sqlite"),
    XBPS("xbps (Void Linux)", OS_PACKAGES, "var/db/xbps"),
    SWUPD("swupd (Clear Linux)", OS_PACKAGES, "usr/share/clear/bundles"),
    SLACKWARE("pkgtools (Slackware)", OS_PACKAGES, "var/lib/pkgtools/packages", "var/log/packages"),
    HOMEBREW("Homebrew", OS_PACKAGES, "home/linuxbrew/.linuxbrew/Cellar", "opt/homebrew/Cellar", "usr/local/Cellar"),
    SNAP("snap", OS_PACKAGES, "var/lib/snapd/snaps"),
    FLATPAK("Flatpak", OS_PACKAGES, "var/lib/flatpak/app"),
    SPACK("Spack", OS_PACKAGES, "opt/spack/opt/spack/.spack-db"),
    WINDOWS("the registry (Windows)", OS_PACKAGES, "Hives/Software_Delta", "Hives/Software_Base",
            "Windows/System32/config/SOFTWARE"),
    BITNAMI("Bitnami", OS_PACKAGES, "opt/bitnami/.bitnami_components.json"),
    R("R", LANGUAGE_PACKAGE, "usr/lib/R/library", "usr/lib/R/site-library", "usr/local/lib/R/library",
            "usr/local/lib/R/site-library", "usr/lib64/R/library"),
    PERL("CPAN (Perl)", LANGUAGE_PACKAGE, "**/.packlist", "**/perllocal.pod"),
    PLUG_N_PLAY("Yarn Plug'n'Play", LANGUAGE_PACKAGE, "**/.pnp.cjs", "**/.pnp.js"),
    DENO("Deno", LANGUAGE_PACKAGE, "**/deno.lock"),
    SWIFT("Swift", LANGUAGE_PACKAGE, "**/Package.resolved"),
    DART("Dart", LANGUAGE_PACKAGE, "**/pubspec.lock", "**/.dart_tool/package_config.json"),
    ELIXIR("Hex (Elixir, Erlang)", LANGUAGE_PACKAGE, "**/mix.lock", "**/rebar.lock"),
    HASKELL("GHC (Haskell)", LANGUAGE_PACKAGE, "**/package.cache"),
    OPAM("opam (OCaml)", LANGUAGE_PACKAGE, "**/switch-state"),
    JULIA("Julia", LANGUAGE_PACKAGE, "**/registries/General.toml", "**/JuliaManifest.toml"),
    LUAROCKS("LuaRocks (Lua)", LANGUAGE_PACKAGE, "**/rock_manifest"),
    CONAN("Conan (C, C++)", LANGUAGE_PACKAGE, "**/conan.lock", "**/conaninfo.txt"),
    VCPKG("vcpkg (C, C++)", LANGUAGE_PACKAGE, "**/vcpkg/status"),
    COCOAPODS("CocoaPods", LANGUAGE_PACKAGE, "**/Podfile.lock");

    private static final String ANYWHERE = "**/";

    private final String title;

    private final Subject subject;

    /** It is never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> places;

    /** @param places of a file, or of a folder with files; below any folder if it begins with two asterisks */
    RecognizedDatabase(String title, Subject subject, String... places) {
        this.title = title;
        this.subject = subject;
        this.places = List.of(places);
    }

    /** The package manager or the language. */
    String title() {
        return this.title;
    }

    Subject subject() {
        return this.subject;
    }

    /** The files and folders that are always at one path. */
    List<String> paths() {
        return this.places.stream().filter(place -> !place.startsWith(ANYWHERE)).toList();
    }

    /** The files that can be in any folder: their names, or the ends of their paths. */
    List<String> names() {
        return this.places.stream()
                .filter(place -> place.startsWith(ANYWHERE))
                .map(place -> place.substring(ANYWHERE.length()))
                .toList();
    }
}
