import { Tooltip } from '@mantine/core';
import { useEffect, useId, useState } from 'react';

/** So long a pointer rests before it is told more; who comes by keyboard is told at once, milliseconds. */
const REST_MS = 250;

/** What tells more, and what it says. */
interface Shown {
  readonly place: HTMLElement;
  readonly text: string;
}

function hinted(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
}

/** The bubble of everything that has a hint. */
export function Hints() {
  const id = useId();
  const shown = useHint();
  useEffect(() => {
    if (!shown || shown.text === shown.place.getAttribute('aria-label')) return;
    shown.place.setAttribute('aria-describedby', id);
    return () => shown.place.removeAttribute('aria-describedby');
  }, [shown, id]);
  if (!shown) return null;
  return <Tooltip target={shown.place} opened label={<span id={id}>{shown.text}</span>} multiline />;
}

/** What is pointed at, or has the focus; nothing once Escape was pressed or something was done. */
function useHint(): Shown | null {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: HTMLElement | null, after: number) => {
      clearTimeout(timer);
      if (!next) return setPlace(null);
      timer = setTimeout(() => setPlace(next), after);
    };
    const pointed = ({ target, pointerType }: PointerEvent) => {
      const next = hinted(target);
      // A finger is there to press: what can be pressed does what it would have said.
      const presses = pointerType === 'touch' && next?.matches('button:not([aria-disabled])');
      show(presses ? null : next, REST_MS);
    };
    const focused = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches(':focus-visible')) show(hinted(target), 0);
    };
    const left = () => show(null, 0);
    const pressed = ({ key }: KeyboardEvent) => key === 'Escape' && left();
    document.addEventListener('pointerover', pointed);
    document.addEventListener('focusin', focused);
    document.addEventListener('focusout', left);
    document.addEventListener('keydown', pressed);
    document.documentElement.addEventListener('pointerleave', left);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', pointed);
      document.removeEventListener('focusin', focused);
      document.removeEventListener('focusout', left);
      document.removeEventListener('keydown', pressed);
      document.documentElement.removeEventListener('pointerleave', left);
    };
  }, []);
  const text = useText(place);
  return place && text !== null ? { place, text } : null;
}

/** The hint of an element as it is now: a button may say that it has done what it said. */
function useText(place: HTMLElement | null): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const read = () => setText(place?.isConnected ? (place.getAttribute('data-hint') ?? null) : null);
    read();
    if (!place) return;
    const watch = new MutationObserver(read);
    watch.observe(place, { attributeFilter: ['data-hint'] });
    return () => watch.disconnect();
  }, [place]);
  return text;
}
