package dev.tare.content;

/** Receives all bytes of a file's content as they stream by to their reader. */
public interface ContentObserver {

    void update(byte[] bytes, int offset, int length);
}
