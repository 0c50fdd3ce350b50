/** Who speaks and listens on the event bus. */
export const applications = [
  'ORDERING',
  'SMP',
  'MARKETING_APP',
  'WEB_HOSTING',
  'DIGITAL_MENU',
  'MINI_BODEGA',
  'wrapper',
  'system',
] as const;
export type Application = (typeof applications)[number];
