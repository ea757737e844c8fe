/**
 * Header fields of the S/MIME message that carries an EnvelopedData (RFC 8551, 3.2 and 3.3), with LF as OpenSSL writes them. The
 * `x-` form of the media type is the one that every release of `openssl smime` reads. The empty line ends the headers.
 */
export const SMIME_HEADERS = [
  'MIME-Version: 1.0',
  'Content-Disposition: attachment; filename="smime.p7m"',
  'Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
  'Content-Transfer-Encoding: base64',
  '',
  '',
].join('\n');
