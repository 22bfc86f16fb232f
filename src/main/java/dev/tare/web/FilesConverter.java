package dev.tare.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import dev.tare.filetree.FileTree;
import dev.tare.report.FilesCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes a file tree line by line as it is sent, since the whole list of a large image would take as much again. */
@Component
class FilesConverter extends AbstractHttpMessageConverter<FileTree> {

    FilesConverter() {
        super(StandardCharsets.UTF_8, new MediaType("text", "csv"));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == FileTree.class;
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected FileTree readInternal(Class<? extends FileTree> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Lists of files are only written", input);
    }

    @Override
    protected void writeInternal(FileTree files, HttpOutputMessage output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8));
        FilesCsv.write(files.entries(), writer);
        writer.flush();
    }
}
