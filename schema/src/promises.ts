import type { AlertPromise } from './alert-promise.ts';
import type { NoticeGroup } from './notice-groups.ts';
import type { Role } from './role.ts';
import type { StationGrants, StationKind } from './station-kinds.ts';

/** Who holds a scope beside the owners and the platform's own staff; or the one kind of viewer that holds it alone. */
export type Holders = readonly (Exclude<Role, 'OWNER' | 'ADMIN'> | 'DISPLAY')[] | 'ADMIN' | 'DISPLAY' | 'STATION';

/** What a subgraph promises to the others, beside its graph and the event types that its file exports. */
export interface Promises {
  /** Where it listens when it runs alone. */
  port: number;
  /** What one may do here, and who may; DISPLAY is a paired screen, STATION every paired till, kitchen screen or clock. */
  permissions: Readonly<Record<string, Holders>>;
  /** Which of these may be done at a station, by its kind. */
  stations?: Readonly<Partial<Record<StationKind, StationGrants>>>;
  /** The applications for which it answers on the event bus, each in a sentence. */
  applications: Readonly<Record<string, string>>;
  /** Where vendors tell it things: the names of its doors, and how much one may bring at a time when that is more than 1 MiB. */
  doors?: Readonly<Record<string, { mostBytes?: number }>>;
  /** What of its nouns anybody may read in the log who may read the log of the business, each by the scope that it takes to see them; the history of all others takes `audit:all`. */
  history?: Readonly<Record<string, string>>;
  /** What it tells people of: kinds of notices such as `sync.failed`, each in its group. */
  notices?: Readonly<Record<string, NoticeGroup>>;
  /** What can be wrong with its nouns, each a kind of alert that a tenant has a rule for. */
  alerts?: Readonly<Record<string, AlertPromise>>;
}
