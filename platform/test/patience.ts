import { vi } from 'vitest';

const { waitFor } = vi;

/** What is waited for with `vi.waitFor` gets as long as what is polled, as `vitest.config.ts` says of that. */
vi.waitFor = (claim, options = 15_000) => waitFor(claim, options);
