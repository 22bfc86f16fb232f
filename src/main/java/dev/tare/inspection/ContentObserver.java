package dev.tare.inspection;

/** Sees all bytes of a file's content as they stream by, whoever reads them. */
interface ContentObserver {

    void update(byte[] bytes, int offset, int length);
}
