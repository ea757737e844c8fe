/** What a control or a text says on hover, on focus and by touch. */
export interface HintProps {
  readonly 'data-hint'?: string;
}

/**
 * Tells more of an element, where there is more to tell. One bubble shows the hints of all (`hints.tsx`): a list has hundreds of them, and
 * with a bubble of the kit's for each its rows took longer to draw than all else in them.
 */
export const hint = (text: string | null): HintProps => (text === null ? {} : { 'data-hint': text });
