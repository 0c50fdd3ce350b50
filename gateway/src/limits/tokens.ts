/** More tokens than any operation of ours has, and few enough to be parsed at once. */
export const parseOptions = { maxTokens: 10_000 };
