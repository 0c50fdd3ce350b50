/** Whether only people have this scope, and never an API client: who manages access and people, and the platform itself. */
export function isForPeopleOnly(scope: string): boolean {
  return /^(access|people|platform):/.test(scope);
}
