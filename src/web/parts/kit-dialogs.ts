import '@mantine/core/styles/Drawer.layer.css';

/** The kit's dialogs, in a file of their own that no page waits for. */
export { Drawer, Modal } from '@mantine/core';
