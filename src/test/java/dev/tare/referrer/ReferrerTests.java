package dev.tare.referrer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.Manifest;
import dev.tare.image.MediaType;
import dev.tare.referrer.Referrer.Place;
import dev.tare.referrer.Referrer.Subject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReferrerTests {

    private static final Digest IMAGE = digest("a1");

    @Test
    void contentSizeDoesNotOverflow() {
        List<Descriptor> layers = Stream.of("b2", "c3", "d4").map(hex -> blob(hex, Long.MAX_VALUE)).toList();
        Referrer read = Referrer.listed(blob("e5", 1), Place.API, Subject.MANIFEST)
                .with(new Manifest(MediaType.OCI_MANIFEST, blob("f6", 2), layers, Map.of(), null, null), IMAGE);
        assertThat(read.contentSize()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void afterKeepsSeveralSignaturesOfOneText() {
        Referrer signature = Referrer.blob(blob("b2", 1), Place.COSIGN_TAG, Subject.MANIFEST);
        Referrers found = new Referrers(List.of(signature, signature), null);
        assertThat(found.after(List.of()).list()).hasSize(2);
        assertThat(found.after(List.of(signature)).list()).hasSize(1);
    }

    private static Descriptor blob(String hex, long size) {
        return new Descriptor(new MediaType("application/vnd.example"), digest(hex), size, Map.of(), null);
    }

    private static Digest digest(String hex) {
        return Digest.parse("sha256:" + hex.repeat(32));
    }
}
