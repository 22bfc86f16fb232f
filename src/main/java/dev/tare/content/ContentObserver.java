package dev.tare.content;

/** Sees all bytes of a file's content as they stream by, whoever reads them. */
public interface ContentObserver {

    void update(byte[] bytes, int offset, int length);
}
