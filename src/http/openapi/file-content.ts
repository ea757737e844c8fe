/** The content of an answer that is a file as it is kept: an S/MIME message, as bytes. */
export const FILE_CONTENT = {
  'application/octet-stream': {
    schema: {
      type: 'string' as const,
      format: 'binary',
      example: 'Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data\n…',
    },
  },
};
