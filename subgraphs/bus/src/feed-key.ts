/** How long a feed is kept, and so how far back a subscription can resume. */
export const FEED_WINDOW_MS = 24 * 60 * 60 * 1000;

/** What the keys and channels of all feeds begin with. */
export const FEED_CHANNELS = 'mycelium:feed:';

/** The changes of a tenant: a stream, and the channel on which each new position is announced. */
export const feedKey = (feed: string): string => `${FEED_CHANNELS}${feed}`;
