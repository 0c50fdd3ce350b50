/** Who a client speaks as: a person's session, or a screen's token. */
export interface Credential {
  /** The bearer token to send now; undefined when nobody is known (any more). */
  token(): string | undefined;
  /** True when the token is about to end, so that it is better renewed before it is sent. */
  isStale(): boolean;
  /** The server refused `token` (or it is stale). True when a different token can be tried now. */
  renew(token: string | undefined): Promise<boolean>;
  /** Calls when the token changes or goes, in this tab or in another one. Answers how to stop. */
  onChange(listener: () => void): () => void;
}

/** Nobody: for what is open to everyone, as logging in and asking for a pairing code. */
export const anonymous: Credential = {
  token: () => undefined,
  isStale: () => false,
  renew: async () => false,
  onChange: () => () => {},
};
