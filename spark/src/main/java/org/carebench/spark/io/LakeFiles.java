package org.carebench.spark.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/** The files of one lake, on any file system that Hadoop knows. */
final class LakeFiles {

    private final Path root;
    private final FileSystem files;

    private LakeFiles(Path root, FileSystem files) {
        this.root = root;
        this.files = files;
    }

    static LakeFiles at(String lakeRoot, Configuration configuration) throws IOException {
        Path root = new Path(lakeRoot);
        FileSystem files = root.getFileSystem(configuration);
        // A local disk would else get a .crc beside each file, which is no part of the lake.
        FileSystem plain = files instanceof ChecksumFileSystem withChecksums ? withChecksums.getRawFileSystem() : files;
        return new LakeFiles(plain.makeQualified(root), plain);
    }

    /** The full name of a path relative to the root. */
    String name(String relative) {
        return new Path(root, relative).toString();
    }

    boolean exists(String relative) throws IOException {
        return files.exists(new Path(root, relative));
    }

    /** Deletes a file or a folder with all that it holds; nothing happens where there is none. */
    void delete(String relative) throws IOException {
        files.delete(new Path(root, relative), true);
    }

    /** Names in a folder, sorted. */
    List<String> list(String folder) throws IOException {
        return Arrays.stream(files.listStatus(new Path(root, folder)))
                .map(FileStatus::getPath)
                .map(Path::getName)
                .sorted()
                .toList();
    }

    /** Opens a file for reading. */
    FSDataInputStream open(String relative) throws IOException {
        try {
            return files.open(new Path(root, relative));
        } catch (FileNotFoundException e) {
            throw new IOException("Cannot read " + name(relative) + ": there is no such file in the lake", e);
        }
    }

    /** A file as Parquet reads it. */
    InputFile input(String relative) throws IOException {
        return HadoopInputFile.fromStatus(files.getFileStatus(new Path(root, relative)), files.getConf());
    }

    /** Opens a file for writing, an old one is replaced. */
    OutputStream create(String relative) throws IOException {
        return files.create(new Path(root, relative), true);
    }

    long length(String relative) throws IOException {
        return files.getFileStatus(new Path(root, relative)).getLen();
    }

    /** Moves a file to a name that does not exist yet. */
    private void move(String from, String to) throws IOException {
        Path target = new Path(root, to);
        if (!files.rename(new Path(root, from), target)) {
            throw new IOException("Cannot move " + name(from) + " to " + target + ": the file system refused");
        }
    }

    String readText(String relative) throws IOException {
        try (InputStream in = open(relative)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes a text under another name first, so that a file of this name is always whole. */
    void writeText(String relative, String text) throws IOException {
        String unfinished = relative + ".unfinished";
        try (OutputStream out = create(unfinished)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        move(unfinished, relative);
    }

    /** Checksum in lower-case hexadecimal. */
    String sha256(String relative) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(open(relative), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot compute checksums: this Java has no SHA-256", e);
        }
    }
}
