export const product = {
  ORDERING: 'Ordering',
  SMP: 'Signage (SMP)',
  MARKETING_APP: 'Marketing',
  WEB_HOSTING: 'Website',
  DIGITAL_MENU: 'Digital menu',
  MINI_BODEGA: 'Mini bodega',
} as const;

export const productAbout = {
  ORDERING: 'Orders and their menu; where every item comes from.',
  SMP: 'Screens and boards of a signage product, with its own catalogue.',
  MARKETING_APP: 'Marketing campaigns with your items and prices.',
  WEB_HOSTING: 'Your website, with your menu on it.',
  DIGITAL_MENU: 'Menu boards that read your menu directly.',
  MINI_BODEGA: 'A small shop that sells your items too.',
} as const;

export const productState = { ACTIVE: 'On', PAUSED: 'Paused', OFF: 'Off' } as const;
