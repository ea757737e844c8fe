import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/** OpenSealed KEY SEALED OUT: opens a sealed file with Bouncy Castle's bcpkix as a stream. KEY is PKCS #8 in PEM. */
public class OpenSealed {
  public static void main(String[] args) throws Exception {
    String pem = Files.readString(Path.of(args[0])).replaceAll("-----.*-----", "");
    var key = KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    try (InputStream in = new BufferedInputStream(new FileInputStream(args[1]))) {
      // The S/MIME headers end with an empty line.
      for (int before = 0, next; !((next = in.read()) == '\n' && before == '\n'); before = next) {
        if (next < 0) throw new Exception("no S/MIME message");
      }
      var cms = new CMSEnvelopedDataParser(Base64.getMimeDecoder().wrap(in));
      var recipient = cms.getRecipientInfos().getRecipients().iterator().next();
      var content = recipient.getContentStream(new JceKeyTransEnvelopedRecipient(key));
      Files.copy(content.getContentStream(), Path.of(args[2]));
    }
  }
}
