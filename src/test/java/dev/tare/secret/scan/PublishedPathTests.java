package dev.tare.secret.scan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedPathTests {

    @ParameterizedTest
    @ValueSource(strings = { "srv/node_modules/tls/test/key.pem", "srv/node_modules/@a/tls/test/key.pem",
            "a/node_modules/.pnpm/tls@1.0.0/node_modules/tls/test/key.pem", "srv/node_modules/jose/README.md",
            "usr/lib/python3.13/test/certdata/key.pem", "usr/lib/python3/dist-packages/twisted/test/server.pem",
            "app/.venv/lib/python3.13/site-packages/tornado/test/test.key",
            "usr/local/bundle/gems/puma-6.4.0/examples/puma/puma_keypair.pem",
            "root/go/pkg/mod/golang.org/x/crypto@v0.31.0/ssh/testdata/keys",
            "root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/rustls-0.23.1/tests/key.pem",
            "usr/local/go/src/crypto/tls/testdata/example-key.pem",
            "usr/lib/go/src/net/http/internal/testcert/doc/k.pem",
            "srv/vendor/league/oauth2-server/tests/Stubs/private.key",
            "src/vendor/github.com/docker/docker/testdata/key.pem" })
    void testsAndDocumentsOfLibrariesArePublished(String path) {
        assertThat(PublishedPath.of(path)).isEqualTo(PublishedPath.LIBRARY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "usr/share/doc/openssl/key.pem", "usr/lib/sdk/third_party/tests/key.pem",
            "usr/share/nginx/html/docs/id_rsa", "usr/lib/x/README.md" })
    void pathsOfSystemPackagesAreMarkedAsSystem(String path) {
        assertThat(PublishedPath.of(path)).isEqualTo(PublishedPath.SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(strings = { "app/test/key.pem", "usr/local/lib/app/docs/id_rsa", "srv/vendor/test/id_rsa",
            "srv/vendor/acme/tests/id_rsa", "srv/go/src/app/testdata/id_rsa",
            "srv/registry/t/id_rsa", "srv/mod/spec/id_rsa", "srv/node_modules/docs/id_rsa",
            "srv/node_modules/tls/lib/key.pem", "app/site-packages/tests/id_rsa", "srv/gems/demo/id_rsa",
            "srv/node_modules/tls/test/.npmrc", "usr/share/doc/p/.netrc", "usr/share/nginx/html/key.pem",
            "srv/node_modules/tls/changes-of-mine" })
    void otherPlacesAreNotPublished(String path) {
        assertThat(PublishedPath.of(path)).isEqualTo(PublishedPath.NONE);
    }
}
