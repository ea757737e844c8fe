import '@mantine/core/styles/Drawer.layer.css';

/** The kit's dialogs, in a file of their own that is loaded with the first of them. */
export { Drawer, Modal } from '@mantine/core';
