import type { SubgraphName } from './roster.ts';

/** The applications of the business suite: the hub, and those that talk to each other through it. */
const suite = ['wrapper', 'crm', 'hr', 'affiliate', 'system'] as const;

/** The products of the ecosystem. */
const products = ['ORDERING', 'SMP', 'MARKETING_APP', 'WEB_HOSTING', 'DIGITAL_MENU', 'MINI_BODEGA'] as const;

/** Who speaks and listens on the event bus, in every tenant; a tenant may register others. */
export const applications = [...suite, ...products] as const;
export type Application = (typeof applications)[number];

/** What each of them is, in a sentence, and which subgraph answers for it; the others are programs outside. */
export const applicationFacts: Record<Application, { description: string; home?: SubgraphName }> = {
  wrapper: { description: 'The hub of the suite: hands out credits and keeps the log of all others.', home: 'tenants' },
  crm: { description: 'Customer management: contacts, partners and what was agreed with them.' },
  hr: { description: 'Human resources: employees, their benefits and what they are to do.' },
  affiliate: { description: 'Partner management: affiliate accounts, commissions and referrals.' },
  system: { description: 'Core services: configuration, maintenance and security.', home: 'events' },
  ORDERING: { description: 'The ordering system of the restaurant, which keeps the menu.', home: 'restaurant' },
  SMP: { description: 'Digital signage and menu displays.', home: 'tenants' },
  MARKETING_APP: { description: 'Marketing automation for shops.', home: 'tenants' },
  WEB_HOSTING: { description: 'Hosted web sites.', home: 'tenants' },
  DIGITAL_MENU: { description: 'Digital menu boards.', home: 'tenants' },
  MINI_BODEGA: { description: 'The small convenience store.', home: 'tenants' },
};
