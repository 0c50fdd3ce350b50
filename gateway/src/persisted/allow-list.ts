/** Which documents which clients may ask, and their texts. */
export interface AllowList {
  /** Apps of the house, whose documents every person and screen may ask. */
  clients(): readonly string[];
  /** The text with this hash (hex), if this client may ask it. */
  find(client: string, hash: string): Promise<string | undefined>;
  close(): void;
}
