import { access } from '../access/area.ts';
import { account } from '../account/area.ts';
import { cash } from '../cash/area.ts';
import { crm } from '../crm/area.ts';
import { events } from '../events/area.ts';
import { floor } from '../floor/area.ts';
import { home } from '../home/area.ts';
import { kitchen } from '../kitchen/area.ts';
import { locations } from '../locations/area.ts';
import { log } from '../log/area.ts';
import { menu } from '../menu/area.ts';
import { orders } from '../orders/area.ts';
import { people } from '../people/area.ts';
import { screens } from '../screens/area.ts';
import { services } from '../services/area.ts';
import { sync } from '../sync/area.ts';
import { till } from '../till/area.ts';
import { venues } from '../venues/area.ts';
import { work } from '../work/area.ts';
import type { Area } from './area.ts';

/** The areas of the console, in the order of the navigation. */
export const areas: readonly Area[] = [
  home,
  till,
  menu,
  orders,
  floor,
  kitchen,
  cash,
  locations,
  screens,
  services,
  sync,
  events,
  crm,
  venues,
  work,
  people,
  access,
  log,
  account,
];
