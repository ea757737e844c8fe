/**
 * Joins the fields of one zip record. All numbers of a zip file are unsigned and little-endian (APPNOTE 4.4.1.1); a number
 * that does not fit its field is a defect and throws, so that no record can carry a cut-off size.
 */
export function record(length: number, ...fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const field of fields) {
    if (field instanceof Uint8Array) bytes.set(field, at);
    else writeNumber(view, at, field);
    at += field instanceof Uint8Array ? field.length : field.width;
  }
  if (at !== length) throw new Error(`A zip record of ${length} bytes was given ${at} bytes of fields.`);
  return bytes;
}

export type Field = NumberField | Uint8Array;
/** An unsigned number of `width` bytes. */
export interface NumberField {
  readonly width: 2 | 4 | 8;
  readonly value: number;
}

/** A field of 2 bytes. */
export const u16 = (value: number): NumberField => ({ width: 2, value });
/** A field of 4 bytes. */
export const u32 = (value: number): NumberField => ({ width: 4, value });
/** A field of 8 bytes; values above 2^53 - 1 do not occur and throw. */
export const u64 = (value: number): NumberField => ({ width: 8, value });

function writeNumber(view: DataView, at: number, { width, value }: NumberField): void {
  const most = width === 8 ? Number.MAX_SAFE_INTEGER : 2 ** (8 * width) - 1;
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new RangeError(`${value} does not fit a zip field of ${width} bytes.`);
  }
  if (width === 2) view.setUint16(at, value, true);
  else if (width === 4) view.setUint32(at, value, true);
  else view.setBigUint64(at, BigInt(value), true);
}
