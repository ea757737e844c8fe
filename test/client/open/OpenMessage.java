import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.mail.internet.MimeMessage;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.mail.smime.SMIMEEnveloped;

/** OpenMessage KEY SEALED OUT: opens a sealed file with Bouncy Castle's bcmail as the S/MIME message that it is. */
public class OpenMessage {
  public static void main(String[] args) throws Exception {
    String pem = Files.readString(Path.of(args[0])).replaceAll("-----.*-----", "");
    var key = KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    var message = new MimeMessage(null, new FileInputStream(args[1]));
    var recipient = new SMIMEEnveloped(message).getRecipientInfos().getRecipients().iterator().next();
    var content = recipient.getContentStream(new JceKeyTransEnvelopedRecipient(key));
    Files.copy(content.getContentStream(), Path.of(args[2]));
  }
}
