/** Strokes on a field of 20 by 20; none of them says anything that a text beside it does not. */
const ICONS = {
  home: 'M3 9.5 10 3.5l7 6M5 8v8.5h10V8M8.5 16.5v-5h3v5',
  jobs: 'M3.5 5.5h13v11h-13zM7 5.5v-2h6v2M3.5 10h13M10 9v2',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7.2M3.5 3.5v3.7h3.7M10 6.5V10l2.5 1.8',
  artifacts: 'M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5zM3.5 6.5 10 10l6.5-3.5M10 10v7',
  import: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 12.5v4h13v-4',
  contacts: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 16.5c.6-3 3-4.5 6-4.5s5.400 1.500 6 4.500',
  people:
    'M7.5 9.500a2.750 2.750 0 1 0 0-5.500 2.750 2.750 0 0 0 0 5.500M2.500 16c.4-2.700 2.300-4 5-4s4.600 1.300 5 4M12.500 4.300a2.600 2.600 0 0 1 0 4.900M14.300 12.300c1.800.6 2.900 1.900 3.200 3.700',
  keys: 'M6.500 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M9 9.500 16 3M13 6l2.500 2.500M11 7.800l1.500 1.500',
  audit: 'M5 3h7l3.500 3.500V17H5zM12 3v3.500h3.500M7.500 10h5M7.500 13h5',
  bell: 'M5.500 13.500V9a4.500 4.500 0 0 1 9 0v4.500l1.500 1.500H4zM8.500 15a1.500 1.500 0 0 0 3 0M10 4.500V3',
  cost: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M12.500 7.700c-.5-.9-1.400-1.300-2.500-1.300-1.500 0-2.500.7-2.500 1.800 0 2.500 5 1.300 5 3.700 0 1.100-1 1.800-2.500 1.800-1.200 0-2.100-.5-2.600-1.400M10 5v1.400M10 13.700v1.300',
  plus: 'M10 4v12M4 10h12',
  check: 'm4.500 10.500 3.500 3.500 7.500-8',
  close: 'm5 5 10 10M15 5 5 15',
  down: 'm5.500 8 4.500 4.500L14.500 8',
  right: 'm8 5.500 4.500 4.500L8 14.500',
  left: 'M12 5.500 7.500 10l4.500 4.500',
  more: 'M5 10h.010M10 10h.010M15 10h.010',
  menu: 'M3.500 6h13M3.500 10h13M3.500 14h13',
  rail: 'M3.500 4.500h13v11h-13zM8 4.500v11',
  edit: 'M4 16l.7-3.200 8.600-8.600 2.500 2.500-8.600 8.600zM11.800 5.700l2.500 2.500',
  trash: 'M4 6h12M8 6V4h4v2M5.500 6l.7 10.500h7.600L14.500 6M8.500 9v4.500M11.500 9v4.500',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  play: 'M6.500 4.500v11l9-5.500z',
  stop: 'M5.500 5.500h9v9h-9z',
  pause: 'M7 4.500v11M13 4.500v11',
  download: 'M10 3v9M6.500 8.500 10 12l3.500-3.500M4 16.500h12',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11M13 13l4 4',
  filter: 'M3.500 5h13L11.500 11v5l-3-1.500V11z',
  warning: 'M10 3.500 17.500 16.500h-15zM10 8.500v3.500M10 14.300h.010',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9v4.500M10 6.500h.010',
  columns: 'M3.500 4.500h13v11h-13zM8 4.500v11M12 4.500v11',
  refresh: 'M16 10a6 6 0 1 1-1.800-4.300L16 7.500M16 3.800v3.700h-3.700',
  up: 'M10 16V4.500M5.500 9 10 4.500 14.500 9',
  upload: 'M10 12.500V3.500M6.500 7 10 3.500 13.500 7M4 16.500h12',
  user: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 16.500c.6-3 3-4.500 6-4.500s5.400 1.500 6 4.500',
  external: 'M11 4h5v5M16 4l-7 7M14 11.500V16H4V6h4.500',
  leave: 'M11.500 4H4.500v12h7M8.500 10h8M13.500 7l3 3-3 3',
  lock: 'M5 9h10v7.500H5zM7 9V6.500a3 3 0 0 1 6 0V9',
} as const;
export type IconName = keyof typeof ICONS;

/** A sign beside a text; readers are told the text alone. */
export const Icon = ({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'more' ? 2.6 : 1.6}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={ICONS[name]} />
  </svg>
);
