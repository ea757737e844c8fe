import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads every entry of a zip file, compares its size and CRC-32 with the directory, and prints size, CRC-32 and name. */
public class ReadZip {
  public static void main(String[] args) throws Exception {
    byte[] buffer = new byte[1 << 20];
    try (ZipFile zip = new ZipFile(args[0])) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        CRC32 crc = new CRC32();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read; (read = in.read(buffer)) > 0; size += read) crc.update(buffer, 0, read);
        }
        if (size != entry.getSize() || crc.getValue() != entry.getCrc()) throw new Exception(entry.getName());
        System.out.printf("%d %08x %s%n", size, crc.getValue(), entry.getName());
      }
    }
  }
}
