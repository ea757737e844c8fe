import { tagged, type CertificateParts } from './certificate-parts.ts';
import {
  DerError,
  elementOf,
  elementsOf,
  isBitString,
  isShortestInteger,
  TAG,
  type DerElement,
} from './der.ts';
import { dottedOid } from './object-identifier.ts';

/** `[1]` and `[2]`, primitive: the unique identifiers. */
const UNIQUE_IDS = [0x81, 0x82];
const NULL = 0x05;

/**
 * Refuses a certificate whose parts beside serial number, names and times have forms that OpenSSL does not read: recipients would find
 * out when they open their first file. Throws a DerError.
 */
export function checkForm({
  version,
  algorithms,
  uniqueIds,
  extensions,
  publicKey,
  signature,
}: CertificateParts) {
  if (version && !isShortestInteger(elementOf(version.content, TAG.integer).content))
    throw new DerError('the version is no number');
  for (const algorithm of algorithms) checkAlgorithm(algorithm);
  const [keyAlgorithm, key, ...more] = elementsOf(publicKey.content);
  checkAlgorithm(tagged(keyAlgorithm, TAG.sequence));
  if (more.length > 0 || !isBitString(tagged(key, TAG.bitString).content))
    throw new DerError('the key is no BIT STRING');
  const ids = uniqueIds.map(({ tag }) => UNIQUE_IDS.indexOf(tag));
  const inOrder = ids.every((id, index) => id >= index && (index === 0 || id > (ids[index - 1] ?? 0)));
  if (!inOrder || !uniqueIds.every(({ content }) => isBitString(content)))
    throw new DerError('there is something behind the key that is no unique identifier');
  extensions.forEach(checkExtension);
  if (!isBitString(signature.content)) throw new DerError('the signature is no BIT STRING');
}

/** `AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }` */
function checkAlgorithm(algorithm: DerElement): void {
  const [id, parameters, ...more] = elementsOf(algorithm.content);
  dottedOid(tagged(id, TAG.objectIdentifier).content);
  if (more.length > 0 || (parameters && !isParameter(parameters)))
    throw new DerError('an algorithm has parameters that none has');
}

/** NULL for RSA, SEQUENCE for RSA-PSS, an OBJECT IDENTIFIER for the curves of EC. */
function isParameter({ tag, content }: DerElement): boolean {
  if (tag === NULL) return content.length === 0;
  return tag === TAG.sequence || (tag === TAG.objectIdentifier && dottedOid(content) !== '');
}

/** `Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }` */
function checkExtension(extension: DerElement): void {
  const [id, ...fields] = elementsOf(tagged(extension, TAG.sequence).content);
  dottedOid(tagged(id, TAG.objectIdentifier).content);
  tagged(fields.at(-1), TAG.octetString);
  const critical = fields.length === 1 || (fields.length === 2 && fields[0]?.tag === TAG.boolean);
  if (!critical || (fields.length === 2 && fields[0]?.content.length !== 1))
    throw new DerError('an extension has something that none has');
}
