const BUS = 'mycelium:bus:';

/** What has not ended: a hash from event id to `entry source type orderingKey`; a `*` behind the entry says that the database has a row of it. */
export const indexKey = (tenant: string, application: string): string => `${BUS}index:${tenant}:${application}`;

/** What was handed out: a hash from event id to `state attempts failures since consumer`; the state is L, or R after a failure. */
export const leasesKey = (tenant: string, application: string): string => `${BUS}leases:${tenant}:${application}`;

/** The attempts that failed of what has not ended: a list of JSON. */
export const troubleKey = (tenant: string, application: string, id: string): string =>
  `${BUS}trouble:${tenant}:${application}:${id}`;

/** How a delivery ended, for a while: JSON. */
export const answerKey = (tenant: string, application: string, id: string): string =>
  `${BUS}answer:${tenant}:${application}:${id}`;

/** How many deliveries each channel has, and has had: a hash of `<source>><target>|<what>`. */
export const totalsKey = (tenant: string): string => `${BUS}totals:${tenant}`;

/** What ended in a minute since the epoch, and how long it took: a hash of `<source>><target>|<what>`. */
export const minuteKey = (tenant: string, minute: number): string => `${BUS}minute:${tenant}:${minute}`;

/** What happened on a day since the epoch: a hash of `<source>><target>|<type>|<what>`, and of `<source>><target>|took|<how long>`. */
export const dayKey = (tenant: string, day: number): string => `${BUS}day:${tenant}:${day}`;

/** The deliveries of a channel that have not ended: a stream, oldest first. */
export const queueKey = (tenant: string, source: string, target: string): string =>
  `${BUS}queue:${tenant}:${source}>${target}`;

/** The breaker of an application: a hash. */
export const applicationKey = (tenant: string, application: string): string =>
  `${BUS}application:${tenant}:${application}`;

/** The tenants for which an application has something, and when: a sorted set. */
export const readyKey = (application: string): string => `${BUS}ready:${application}`;

/** Who stopped which channel, and when: a hash of `<source>><target>` to JSON. */
export const pausesKey = (tenant: string): string => `${BUS}pauses:${tenant}`;

/** The channels that are stopped: a set of `<source>><target>`. */
export const pausedKey = (tenant: string): string => `${BUS}paused:${tenant}`;

/** The applications that are told nothing, since their product is switched off: a set. */
export const offKey = (tenant: string): string => `${BUS}off:${tenant}`;

/** The tenants whose deliveries to this application somebody outside takes: a set. */
export const outsideKey = (application: string): string => `${BUS}outside:${application}`;

/** How a tenant wants its events kept and tried again: a hash of mode, policy (JSON) and acknowledgeWithinMs. */
export const settingsKey = (tenant: string): string => `${BUS}settings:${tenant}`;

/** Tells the moment when something of a tenant was counted. */
export const changedKey = (tenant: string): string => `${BUS}changed:${tenant}`;

/** What was acknowledged of what a source has told: a stream of event id, target and answer; and the channel that rings with each. */
export const acknowledgedKey = (tenant: string, source: string): string => `${BUS}acknowledged:${tenant}:${source}`;

/** The sources for which that is kept: a set. */
export const hearsKey = (tenant: string): string => `${BUS}hears:${tenant}`;

/** Every channel in which something was ever told: a set of `<tenant> <source>><target>`. */
export const CHANNELS_KEY = `${BUS}channels`;

/** What is to be kept in the database: a stream of tenant, id, application, what. */
export const KEEP_KEY = `${BUS}keep`;

/** Rings with the tenant's id when there is something for an application. */
export const bellOf = (application: string): string => `${BUS}bell:${application}`;

/** The sources that have something for an application, and when: a sorted set. */
export const readySourcesKey = (tenant: string, application: string): string => `${BUS}ready:${tenant}:${application}`;

/** Who is told what others tell each other: a hash from application to its filter, as JSON. */
export const followersKey = (tenant: string): string => `${BUS}followers:${tenant}`;
