import { vi } from 'vitest';

const { waitFor } = vi;
const PATIENCE_MS = 15_000;

/** What is waited for with `vi.waitFor` gets as long as what is polled, as `vitest.config.ts` says of that. */
vi.waitFor = (claim, options = {}) =>
  waitFor(claim, typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options });
