/** Person and tenant of an access token: while both stay, a renewed token means nothing new to what is shown. */
export function identityOf(token: string | undefined): string | undefined {
  const payload = token?.split('.')[1];
  if (!payload) return undefined;
  try {
    const { sub, tid }: { sub?: string; tid?: string } = JSON.parse(
      atob(payload.replaceAll('-', '+').replaceAll('_', '/')),
    );
    return `${sub} ${tid ?? ''}`;
  } catch {
    return token;
  }
}
