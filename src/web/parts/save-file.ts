/** How long a browser may take to begin with a download, ms. */
const KEPT_MS = 60_000;

/** Gives bytes that a page holds to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const href = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
