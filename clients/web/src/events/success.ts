/** The figures of several channels as one; the share is undefined where nothing ended. */
export function successOf(figures: readonly { acknowledged: number; failed: number }[]) {
  const done = figures.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  const failed = figures.reduce((sum, each) => sum + each.failed, 0);
  return { done, failed, share: done + failed === 0 ? undefined : done / (done + failed) };
}
