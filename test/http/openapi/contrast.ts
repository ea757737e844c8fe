import type { Page } from 'playwright-core';

/** A piece of text on a page, and how far its color is from what is behind it (WCAG 2.2, "contrast ratio"). */
export interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

interface Colors {
  readonly text: string;
  readonly front: string;
  readonly behind: string;
}

/** Runs in the page: each element that has text of its own, its color, and the first color behind it. */
const COLORS = `(() => {
  const solid = (node) => {
    if (!node) return 'rgb(255, 255, 255)';
    const color = getComputedStyle(node).backgroundColor;
    return color === 'rgba(0, 0, 0, 0)' ? solid(node.parentElement) : color;
  };
  return [...document.querySelectorAll('body *')]
    .filter((node) => [...node.childNodes].some((part) => part.nodeType === 3 && part.textContent.trim()))
    .map((node) => ({
      text: node.textContent.trim().slice(0, 40),
      front: getComputedStyle(node).color,
      behind: solid(node),
    }));
})()`;

/** The contrast of every text of a page. */
export async function contrasts(page: Page): Promise<Contrast[]> {
  const found = await page.evaluate<Colors[]>(COLORS);
  return found.map(({ text, front, behind }) => ({
    text,
    ratio: ratioOf(luminance(front), luminance(behind)),
  }));
}

const ratioOf = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** WCAG 2.2, "relative luminance", of `rgb(r, g, b)`. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
