const BUS = 'mycelium:bus:';

/** The deliveries of an application that have not ended: a hash from event id to `entry source type orderingKey`; a `*` behind the entry says that the database has a row of it. */
export const indexKey = (tenant: string, application: string): string => `${BUS}index:${tenant}:${application}`;

/** The deliveries of an application that were leased and have not ended: a hash from event id to `state attempts failures since consumer`; the state is L, or R after a failure. */
export const leasesKey = (tenant: string, application: string): string => `${BUS}leases:${tenant}:${application}`;

/** The failed attempts of a delivery that has not ended: a list of JSON. */
export const troubleKey = (tenant: string, application: string, id: string): string =>
  `${BUS}trouble:${tenant}:${application}:${id}`;

/** How a delivery ended, for a while: JSON. */
export const answerKey = (tenant: string, application: string, id: string): string =>
  `${BUS}answer:${tenant}:${application}:${id}`;

/** How many deliveries each channel of a tenant has, and has had: a hash of `<source>><target>|<what>`. */
export const totalsKey = (tenant: string): string => `${BUS}totals:${tenant}`;

/** The channels whose last attempt failed: a hash of `<source>><target>` to `since attempts givenUp`, all since the last success. */
export const failingKey = (tenant: string): string => `${BUS}failing:${tenant}`;

/** When what was read in a channel may be leased again, after a wait or the end of its lease: a sorted set of its entries. */
export const dueKey = (tenant: string, source: string, target: string): string =>
  `${BUS}due:${tenant}:${source}>${target}`;

/** The deliveries that ended in a minute since the epoch, counted, and how long they took: a hash of `<source>><target>|<what>`. */
export const minuteKey = (tenant: string, minute: number): string => `${BUS}minute:${tenant}:${minute}`;

/** What happened to deliveries on a day since the epoch, counted: a hash of `<source>><target>|<type>|<what>`, and of `<source>><target>|took|<how long>`. */
export const dayKey = (tenant: string, day: number): string => `${BUS}day:${tenant}:${day}`;

/** The deliveries of a channel that have not ended: a stream, oldest first. */
export const queueKey = (tenant: string, source: string, target: string): string =>
  `${BUS}queue:${tenant}:${source}>${target}`;

/** The breaker of an application: a hash. */
export const applicationKey = (tenant: string, application: string): string =>
  `${BUS}application:${tenant}:${application}`;

/** The tenants of which deliveries wait for an application, and since when they may be leased: a sorted set. */
export const readyKey = (application: string): string => `${BUS}ready:${application}`;

/** Who stopped which channel, and when: a hash of `<source>><target>` to JSON. */
export const pausesKey = (tenant: string): string => `${BUS}pauses:${tenant}`;

/** The channels that are stopped: a set of `<source>><target>`. */
export const pausedKey = (tenant: string): string => `${BUS}paused:${tenant}`;

/** The applications that are sent nothing, since their product is switched off: a set. */
export const offKey = (tenant: string): string => `${BUS}off:${tenant}`;

/** The products that a tenant never had: a set. They are sent nothing either, unless a program of its own takes what is sent to them. */
export const unusedKey = (tenant: string): string => `${BUS}unused:${tenant}`;

/** The tenants whose deliveries to this application somebody outside takes: a set. */
export const outsideKey = (application: string): string => `${BUS}outside:${application}`;

/** How a tenant wants its events kept and tried again: a hash of mode, policy (JSON) and acknowledgeWithinMs. */
export const settingsKey = (tenant: string): string => `${BUS}settings:${tenant}`;

/** The channel on which Redis announces the moment when the counters of a tenant changed. */
export const changedKey = (tenant: string): string => `${BUS}changed:${tenant}`;

/** The last change of the counters of a tenant: a stream that has only this one. */
export const changesKey = (tenant: string): string => `${BUS}changes:${tenant}`;

/** The acknowledgments of the events of a source: a stream of event id, target and answer; and the channel on which each is announced. */
export const acknowledgedKey = (tenant: string, source: string): string => `${BUS}acknowledged:${tenant}:${source}`;

/** The sources whose acknowledgments are kept, since they follow them: a set. */
export const hearsKey = (tenant: string): string => `${BUS}hears:${tenant}`;

/** Every channel that ever had a delivery: a set of `<tenant> <source>><target>`. */
export const CHANNELS_KEY = `${BUS}channels`;

/** What the keeper is to write into the database of a delivery: a stream of tenant, id, application, what. */
export const KEEP_KEY = `${BUS}keep`;

/** The channel on which Redis announces the tenant's id when a delivery for an application can be leased. */
export const bellOf = (application: string): string => `${BUS}bell:${application}`;

/** The sources of which deliveries wait for an application, and since when they may be leased: a sorted set. */
export const readySourcesKey = (tenant: string, application: string): string => `${BUS}ready:${tenant}:${application}`;

/** The targets that follow what others send each other, such as webhook endpoints: a hash from target to its filter, as JSON. */
export const followersKey = (tenant: string): string => `${BUS}followers:${tenant}`;
