package dev.tare.attack;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.attack.Attack.Strength;
import dev.tare.attack.Attacker.Form;
import dev.tare.limits.Limit;

/** Attacks on the memory and the processors with archives. */
final class ArchiveAttacks {

    private static final int UPLOADS = 6;

    private static final int TINY = 64;

    /** An upload may have as many images. */
    private static final int IMAGES = 8;

    /** The images of an upload share the holes that it may have. */
    private static final int HOLE_MEBIBYTES = (int) (Limit.HOLES_SIZE.value() >> 20) / IMAGES;

    /** Tare reads a layer that it knows with less effort, so each upload has other layers. */
    private static final int SPARSE_UPLOADS = 12;

    private static final int DENSE_MEBIBYTES = 300;

    private ArchiveAttacks() {}

    static List<Attack<?>> of(Strength strength) {
        return List.of(
                new Attack<>("eight images with as many holes together as an upload may have", 2,
                        () -> IntStream.range(0, SPARSE_UPLOADS).mapToObj(i -> sparse(strength, i)).toList(),
                        (attacker, forms) -> attacker.repeatedly(UPLOADS,
                                i -> attacker.upload(forms.get(i % forms.size())))),
                new Attack<>("layers that are almost bombs",
                        () -> Form.of(AttackArchives.dense(strength.of(DENSE_MEBIBYTES)),
                                AttackArchives.dense(strength.of(DENSE_MEBIBYTES) + 1)),
                        (attacker, form) -> attacker.repeatedly(UPLOADS, _ -> attacker.upload(form))),
                new Attack<>("hostile archives of all kinds, four at once", 4,
                        () -> AttackArchives.hostile(strength.percent())
                                .stream()
                                .map(archive -> Form.of(AttackArchives.small("one"), archive))
                                .toList(),
                        (attacker, forms) -> attacker.repeatedly(4,
                                i -> attacker.upload(forms.get(i % forms.size())))),
                new Attack<>("64 tiny comparisons, again and again",
                        () -> IntStream.range(0, 4 * TINY)
                                .mapToObj(i -> Form.of(AttackArchives.small("before" + i),
                                        AttackArchives.small("after" + i)))
                                .toList(),
                        (attacker, forms) -> attacker.repeatedly(UPLOADS,
                                i -> attacker.upload(forms.get(i % forms.size())))),
                new Attack<>("eight images of the greatest number of files in one request, six at once",
                        () -> Form.of(IntStream.range(0, IMAGES)
                                .mapToObj(i -> AttackArchives.files("folder" + i, strength.of(220_000)))
                                .toArray(byte[][]::new)),
                        (attacker, form) -> attacker.repeatedly(UPLOADS, _ -> attacker.upload(form))));
    }

    private static Form sparse(Strength strength, int number) {
        return Form.of(IntStream.range(0, IMAGES)
                .mapToObj(i -> AttackArchives.sparse(number + "file" + i, (long) strength.of(HOLE_MEBIBYTES) << 20))
                .toArray(byte[][]::new));
    }
}
