import java.io.FileInputStream;
import java.io.InputStream;
import java.util.zip.CRC32;

/** StreamZip READER FILE: reads a zip file from front to back and prints a line for each entry: name, bytes, CRC-32. */
public class StreamZip {
  public static void main(String[] args) throws Exception {
    try (InputStream in = new FileInputStream(args[1])) {
      switch (args[0]) {
        case "java.util.zip" -> {
          var zip = new java.util.zip.ZipInputStream(in);
          for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) print(entry.getName(), zip);
        }
        case "zip4j" -> {
          var zip = new net.lingala.zip4j.io.inputstream.ZipInputStream(in);
          for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) print(entry.getFileName(), zip);
        }
        case "commons-compress" -> {
          var zip = new org.apache.commons.compress.archivers.zip.ZipArchiveInputStream(in);
          for (var entry = zip.getNextZipEntry(); entry != null; entry = zip.getNextZipEntry()) print(entry.getName(), zip);
        }
        default -> throw new Exception("no reader " + args[0]);
      }
    }
  }

  static void print(String name, InputStream in) throws Exception {
    var crc = new CRC32();
    long bytes = 0;
    byte[] piece = new byte[65536];
    for (int read; (read = in.read(piece)) > 0; bytes += read) crc.update(piece, 0, read);
    System.out.printf("%s %d %08x%n", name, bytes, crc.getValue());
  }
}
