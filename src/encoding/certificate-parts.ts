import { DerError, elementOf, elementsOf, TAG, type DerElement } from './der.ts';

/** What of a certificate matters to a sealed file and to the rules about recipients: each part as its bytes stand. */
export interface CertificateParts {
  readonly serialNumber: DerElement;
  readonly issuer: DerElement;
  readonly notBefore: DerElement;
  readonly notAfter: DerElement;
  readonly subject: DerElement;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: DerElement;
  /** Each a SEQUENCE, in their order. */
  readonly extensions: readonly DerElement[];
  /** `[0]`, explicit; the other parts that OpenSSL has to read though nothing here depends on them. */
  readonly version: DerElement | null;
  readonly algorithms: readonly DerElement[];
  readonly uniqueIds: readonly DerElement[];
  readonly signature: DerElement;
}

/**
 * Takes an X.509 certificate apart (RFC 5280, 4.1) without a look into names, times and keys. Throws a DerError.
 *
 *     Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm AlgorithmIdentifier, signature BIT STRING }
 *     TBSCertificate ::= SEQUENCE {
 *       version              [0] EXPLICIT Version DEFAULT v1,
 *       serialNumber         INTEGER,
 *       signature            AlgorithmIdentifier,
 *       issuer               Name,
 *       validity             SEQUENCE { notBefore Time, notAfter Time },
 *       subject              Name,
 *       subjectPublicKeyInfo SubjectPublicKeyInfo,
 *       issuerUniqueID       [1] IMPLICIT BIT STRING OPTIONAL,
 *       subjectUniqueID      [2] IMPLICIT BIT STRING OPTIONAL,
 *       extensions           [3] EXPLICIT SEQUENCE OF Extension OPTIONAL
 *     }
 */
export function certificateParts(certificate: Uint8Array): CertificateParts {
  const [tbs, algorithm, signature, ...more] = elementsOf(elementOf(certificate, TAG.sequence).content);
  if (more.length > 0) throw new DerError('a certificate has three elements');
  const fields = elementsOf(tagged(tbs, TAG.sequence).content);
  const version = fields[0]?.tag === TAG.context0 ? fields[0] : null;
  const [serialNumber, signedBy, issuer, validity, subject, publicKey, ...last] = version
    ? fields.slice(1)
    : fields;
  const [notBefore, notAfter] = elementsOf(tagged(validity, TAG.sequence).content);
  const extensions = last.find(({ tag }) => tag === TAG.context3);
  return {
    serialNumber: tagged(serialNumber, TAG.integer),
    issuer: tagged(issuer, TAG.sequence),
    notBefore: present(notBefore),
    notAfter: present(notAfter),
    subject: tagged(subject, TAG.sequence),
    publicKey: tagged(publicKey, TAG.sequence),
    extensions: extensions ? elementsOf(elementOf(extensions.content, TAG.sequence).content) : [],
    version,
    algorithms: [signedBy, algorithm].map((element) => tagged(element, TAG.sequence)),
    uniqueIds: last.filter((element) => element !== extensions),
    signature: tagged(signature, TAG.bitString),
  };
}

/** An element of a tag that must be there. Throws a DerError. */
export function tagged(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw new DerError(`an element ${tag} was expected`);
  return element;
}

function present(element: DerElement | undefined): DerElement {
  if (!element) throw new DerError('an element is missing');
  return element;
}
