import { createTheme } from '@mantine/core';

/** No movement takes longer, ms. */
const SHORT = { duration: 120 };

/** A dialog names itself; its head is no banner of the page. */
const HEAD = { header: { role: 'presentation' } };
/** What opens beside a control stays within the page's landmark. */
const WITHIN = { target: '#content' };

/**
 * What the kit is told. Colours are style sheets' (tokens.css): the kit's variables come as a file, not as a style element that a script
 * writes, so that the pages' policy needs no exception for them. Components are named and not
 * imported here: each comes with the page that uses it. While a dialog is open a style sheet, too, holds the page still.
 */
export const KIT = createTheme({
  primaryShade: 8,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { lockScroll: false, transitionProps: SHORT, centered: true, attributes: HEAD } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: SHORT, attributes: HEAD } },
    Menu: {
      defaultProps: {
        transitionProps: SHORT,
        shadow: 'md',
        portalProps: WITHIN,
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { transitionProps: SHORT, shadow: 'md', portalProps: WITHIN } },
    Tooltip: { defaultProps: { transitionProps: SHORT, portalProps: WITHIN } },
  },
});
