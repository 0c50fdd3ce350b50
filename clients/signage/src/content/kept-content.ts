import { createContentStore } from './content-store.ts';

/** What this screen shows. */
export const content = createContentStore(localStorage);
