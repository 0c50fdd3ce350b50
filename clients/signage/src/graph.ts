import { createGraphClient } from '@mycelium/client-kit/client';
import { createDisplayToken } from '@mycelium/client-kit/display-token';
import { createConnection } from '@mycelium/client-kit/live';
import type { Exchange } from '@urql/core';

/** Content is kept by `content/`, which knows versions and survives a reload; a second cache would only disagree. */
const uncached: Exchange = ({ forward }) => forward;

export const displayToken = createDisplayToken();

/** The state of the socket over which changes come. */
export const connection = createConnection();

/** The one client of this screen: anonymous while it waits to be paired, then speaking with its token. */
export const { client } = createGraphClient({ credential: displayToken, connection, cache: uncached });
