const PER_CONNECTION_MS = 5;

/** Ends connections one after the other over a window, so that their clients do not all come back at once. Few of them take less than the window. */
export async function endOneByOne<Each>(
  connections: Iterable<Each>,
  windowMs: number,
  end: (each: Each) => void,
): Promise<void> {
  const all = [...connections];
  const gap = Math.min(windowMs / Math.max(all.length, 1), PER_CONNECTION_MS);
  const started = Date.now();
  for (const [index, each] of all.entries()) {
    const due = started + index * gap;
    if (due > Date.now()) await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
    end(each);
  }
}
