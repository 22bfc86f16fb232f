package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.tare.ecosystem.java.Jar.Certainty;

/**
 * How many jars with known coordinates are identified exactly, by inference, wrongly, or not at all.
 *
 * @param wrong jars with another group or artifact than the known one
 */
public record JarShares(List<Identified> exact, List<Identified> inferred, List<Identified> wrong,
        List<Identified> unknown) {

    /** @param jars of images, with their known coordinates */
    public static JarShares of(Collection<Identified> jars) {
        JarShares shares = new JarShares(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        jars.forEach(one -> shares.listOf(one).add(one));
        return shares;
    }

    private List<Identified> listOf(Identified one) {
        if (one.jar.certainty() == Certainty.UNKNOWN) {
            return this.unknown;
        }
        boolean right = one.groupId.equals(one.jar.groupId()) && one.artifactId.equals(one.jar.artifactId());
        return !right ? this.wrong : one.jar.certainty() == Certainty.EXACT ? this.exact : this.inferred;
    }

    /** The number of artifacts in each list. The versions of an artifact count once. */
    public String describe() {
        return artifacts(this.exact) + " exact, " + artifacts(this.inferred) + " inferred, " + artifacts(this.wrong)
                + " wrong, " + artifacts(this.unknown) + " unknown";
    }

    private static long artifacts(List<Identified> jars) {
        return jars.stream().map(one -> one.groupId + ":" + one.artifactId).distinct().count();
    }

    /** A jar of an image, and its known group and artifact. */
    public record Identified(String groupId, String artifactId, Jar jar) {

        @Override
        public String toString() {
            return this.groupId + ":" + this.artifactId + " as " + this.jar.library() + ":" + this.jar.version()
                    + " by " + this.jar.evidence().title();
        }
    }
}
