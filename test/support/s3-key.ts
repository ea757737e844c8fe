/** What opens the S3 server of the tests (s3.ts). */
export const S3_KEY = { accessKeyId: 'AKIDLOOPBACK', secretAccessKey: 'a-secret-that-nobody-may-see' };
export const S3_BUCKET = 'exports';
