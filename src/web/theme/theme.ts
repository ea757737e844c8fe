import { createTheme, Drawer, Menu, Modal, Popover, Tooltip } from '@mantine/core';

/** No movement takes longer, ms. */
const SHORT = { duration: 120 };

/**
 * What the kit is told. Colours are style sheets' (tokens.css): the kit's variables come as a file, not as a style element that a script
 * writes, so that the pages' policy needs no exception for them. While a dialog is open a style sheet, too, holds the page still.
 */
export const KIT = createTheme({
  primaryShade: 8,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false, transitionProps: SHORT, centered: true } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, transitionProps: SHORT } }),
    Menu: Menu.extend({ defaultProps: { transitionProps: SHORT, shadow: 'md' } }),
    Popover: Popover.extend({ defaultProps: { transitionProps: SHORT } }),
    Tooltip: Tooltip.extend({ defaultProps: { transitionProps: SHORT } }),
  },
});
