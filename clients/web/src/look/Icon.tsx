import { stateSigns } from '@mycelium/client-kit/state';

const shapes = {
  menu: 'M5 4v6a2 2 0 0 0 4 0V4M7 12v8M17 20v-8M17 12c-2 0-3-2-3-4.5S15.500 4 17 4Z',
  till: 'M5 4h14v9H5ZM4 13h16v7H4ZM10 16.500h4M8 8.500h8',
  drawer: 'M3 7h18v11H3ZM3 12h18M10 15h4M12 9.500v.010',
  screen: 'M4 5h16v11H4ZM9 20h6M12 16v4',
  table: 'M3 9h18M5 9v9M19 9v9M8 9v4M16 9v4',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4',
  plus: 'M12 5v14M5 12h14',
  up: 'm7 14 5-5 5 5',
  down: 'm7 10 5 5 5-5',
  close: 'm6 6 12 12M18 6 6 18',
  check: stateSigns.ok,
  clock: stateSigns.waiting,
  alert: stateSigns.attention,
  failed: stateSigns.failing,
  off: stateSigns.off,
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v2M12 19v2M3 12h2M19 12h2M6 6l1 1M17 17l1 1M18 6l-1 1M7 17l-1 1',
  moon: 'M19 14a7.500 7.500 0 0 1-9-9 7.500 7.500 0 1 0 9 9Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20a7 7 0 0 1 14 0',
  swap: 'M7 8h12l-3-3M17 16H5l3 3',
  leave: 'M10 5H5v14h5M14 8l4 4-4 4M18 12H9',
  plug: 'M9 4v5M15 4v5M7 9h10v3a5 5 0 0 1-10 0ZM12 17v4',
  sync: 'M5 11a7 7 0 0 1 12-4l2 2M19 5v4h-4M19 13a7 7 0 0 1-12 4l-2-2M5 19v-4h4',
  key: 'M14 10a4 4 0 1 0-4 4 4 4 0 0 0 4-4ZM13 13l7 7M17 17l2-2',
  pulse: 'M3 12h4l3-7 4 14 3-7h4',
  share:
    'M8 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM22 6a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM22 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM8 11l8-4M8 13l8 4',
  bell: 'M6 17h12l-1.500-2.500V11a4.500 4.500 0 0 0-9 0v3.500ZM10.500 20h3',
  pan: 'M4 11h12a6 6 0 0 1-12 0ZM16 12l5-3M7 8V6M10 8V5M13 8V6',
  place:
    'M12 21s-6-5.500-6-11a6 6 0 0 1 12 0c0 5.500-6 11-6 11ZM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  receipt:
    'M6 3v18l2-1.500 2 1.500 2-1.500 2 1.500 2-1.500 2 1.500V3l-2 1.500L14 3l-2 1.500L10 3 8 4.500ZM9 9h6M9 13h6',
  log: 'M6 4h12v16H6ZM9 8h6M9 12h6M9 16h3',
  chart: 'M4 5v14h16M8 16v-4M12 16V8M16 16v-6',
  board: 'M4 5h16v14H4ZM12 5v14M7 9h2M7 12h2M15 9h2M15 12h2',
} as const;

export type IconName = keyof typeof shapes;

/** A line drawing of 24 units; it says nothing to a screen reader, the word beside it does. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      // It keeps its size, however little room there is.
      style={{ flex: 'none' }}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
