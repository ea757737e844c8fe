import { createHash } from 'node:crypto';
import { fold } from '../model/fold.ts';

/** Bytes of a SHA-256 that are kept: another password is taken for a common one in one case of nine million. */
const MARK_BYTES = 4;

/**
 * Those of the 100,000 commonest passwords that have twelve characters or more: 484 in lower case, of the list of ten million that was released into
 * the public domain in 2015. Kept are the first bytes of the SHA-256 of each, folded, in their order: 2.6 KB here, where a Bloom filter of
 * all 100,000 takes 180 KB and says nothing more, since shorter ones are refused for their length.
 */
const MARKS = Buffer.from(
  'ACX3VwBUp94AprctALR3dQDP5G0BUAD0AfccmgJLTC8C9RSCAwB+kAMswR8DmtELA6n94ASVn6gEzMZ0BNvdFwUZJdAFNBQVBZYE' +
    'kgW7QyoGJeW/Bkf0sAf1MWIJfLbDCZOPkQmnf0QJ+6eUCgqAtwpnJIsKqBX/Cx2/8gtnxkoLfQrWDW/92w2UBDgNoLlDDeBeRQ48' +
    'sTcQfdzqEpi0BRSGSmoUu+P3FQNDQxWviVAWRvWpFmjBHxblOegXQX6/F0y3URgDxqMYVHVcGF79TBiHYkcYv27cGUgovRmR7XYa' +
    'J8o7GmhC/xpr1NkbAeMKHDEt1hxpnQYciBaMHO5G7R0ocV4eO7iUH0VOjCAZw70gN2TjIFmu9CDnwugg6cFCIaqeWiPOB/4kPQI8' +
    'JSfVziVmoYwmKI2ZJnXnMifuz5coifVGKKuJUSkp4i8pQ6VnKcnDDiozNJ4rCowjLEAgkyxAUY4ss4CeLR+dsS1UO7wtikEyLisk' +
    '+C9fbOUv73bxMABfVjCJWOgxm64oMfYedzMIdxwzSJ0kM735BDPNvDgz1z4jNHyaOjVfIDg1ttCqNfkVZjYnmZY2hM99NqoVqDfn' +
    'LVQ4uHsQOTQsxDlfKRA6V0WgO0hKzTtNouI7ZgTTPFvbpD1o2Zk9vGsvPckadj6kVrQ/E9qBPykvCT9cC19A9ZjMQZTRcEKF1mlD' +
    'Rv+SQ3mx0kOQh0hEVx+nRchr/0aigc1HFy95R9r7a0fmJQdIHsMQSH5CDEiR+FZJVpnwSdYhMkqcU95KtYEeSsH1rkrLPmJLDnas' +
    'S7XtUkxz1sdPdUZ6UL/uSVD0gJdR1bhJU6YMlFTMFFZWDSPXVi1KuladD/lW9K41VwhyHFi6o8VYxrHTWW0VP1niD2laMkEIW0Bi' +
    'cluhAtxb162wXNPmQl1acKJeT/jrXmEOa16ShtpeykiRXzs7YV9Q3XJfVyoNX/7S4WBr5L5hcDTCYmXbDGLZtWtkqBNrZbyGf2Xy' +
    'qa5meNQ+ZrETKmbHguhm8fqDZ9cQpWhnOj1pcH5taXRV7Gml1zVpraQIasWf1WrWZaBq4hcWaxVxMmuEGZ9sXyhabTH22W1QjtJt' +
    '4tSzboClv26g4qRu1kXvbu37lnBMRZxxWpdJcW+f+XF5sLNynvZCc0duOHOYzxB0MFYWdMK2inVN9052Wtn0dn/GTHaMWut3Lw/h' +
    'd1ucIHe5Dn539MC2eAsQz3ibmel6Aa3qeoJLt3w2xbB9yskaf9BvDoAUkDCA2p+IgXSgXYHQb+mCBtIvghooAoIceD+CI0o9gjXA' +
    'NIKaNCeCunAbg3A1SYNyZIiEW6XkhGBzcYRhWxqEleVwhNxrXYTeE2iE68G6hmJGfYdoztKH2X0ViPWd5IkHpJmJNSYhiXsxIImw' +
    'Ci6J0xWriukC3Yr7/biL9N7FjFyufIxulveNKU61jflQJpAVs1CQd9GvkJzeSpIQSIeSJqbeklsTp5Q+/tKUVymblM6jBZUxJPWV' +
    'jVFglbOvMJW2/hWVznDZlqHbeJf43WqZUTW+mmIu6pplnRScP14QnI9aSp24zWmeFeyBnlonFJ7ddBKfgKXhoDZHVaCwpPmhisTm' +
    'ocqf+KJFb/CjOnN9pKTBmaXucPGmA5dKpievSaYuy4ymi/OyqM2fnqkKIHOpHwzCqV5T7ampWmOqj7CDq4ueAqz0VIitmwcCra+d' +
    '7K3bpqGt3H6UrebKXK5d64au4Scer1f5orAQ7zOwHrAAsCToQLAlbw6xCP34sQ5kJ7KMIs2yoRFXsrY8RLLDftGzRWTxs4KCJbPC' +
    'muqz+Ij9s/soh7RD7FS0u38jtMTY0bTvOwq1HXvqtR5f1LWGeiq1lD5gtrkBAre5YGO4DaTSuCK7k7g2vjW42oKkuTo/Xrlom0a5' +
    'yVBkunXNObtKtU67plTZu9SxMbxbP+O8orQavOKWbL0IXrW+hQBCvqfwiMDMITHBtZugwo7MTsK8gp/DkM+xxALRO8R/4b7E0wj2' +
    'xcCIE8XyCmfGVY0sxoaJs8az5RDH5AIlyCB57MhfZ7rIreReyMOLnMkDTknJC8D2yRKG4cqxjlzKz9Uky14PrMt5sCvMVxKazK2z' +
    'Rs00DRrNeUyzzmQocs+j9EfRdG4c0bNwf9JbG1PTRHZS1LRYZNTEKhTVJHW61X0TmtXTr0rWgu1M2Eqaa9hshlHYqvxL2K7MZdr8' +
    'zkzbHuLr2ywn89t62VDb3PAb2/wD19yiG6ndENYa3YIHjN5ieKvet3Uq3vq7g+AA9A/gmMf74SHZrOErgtHhaIl742+r2uPztuPk' +
    'AF4s5JozIeVGh8flvfaT5cQe++Y4GAHnFMyy53O7XejV0bno8a0r6QDwwOlLdlzpovTQ6lWVzeuadlDs73se7Q0VM+4ouxzu6cbh' +
    '7vRJGO76HH7vUqzg77I1nvGX8ezx0RP58fpdbPJKvDTyixfE8q88jvOEwOTzss4a88iAEvPQgsbz6sVu9HWfO/WH1NX18c6P9kSz' +
    '0PZL+Br3ECkT97EVCfe80tT4Fa5h+CQSfPlB9Vf5UrdL+kAWLfpGCRr6bl5a/Kx2tPzKKID9Tn6B/j6Rrw==',
  'base64',
);

/** Whether a password, in whatever case, is among the 100,000 commonest, of those that are long enough to be taken at all. */
export function isCommon(password: string): boolean {
  const mark = createHash('sha256').update(fold(password)).digest().readUInt32BE(0);
  let [low, high] = [0, MARKS.byteLength / MARK_BYTES];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (MARKS.readUInt32BE(middle * MARK_BYTES) < mark) low = middle + 1;
    else high = middle;
  }
  return low * MARK_BYTES < MARKS.byteLength && MARKS.readUInt32BE(low * MARK_BYTES) === mark;
}
