import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import type { Contact } from '../contact/contact.ts';
import { Side } from '../side/side.ts';
import { EmployeeRow } from './employee.ts';

/** What HR said of a contact, by the contact's id or by that of the onboarding; of all contacts of one call in one statement. */
export function employeeOf(ctx: Context, contact: Contact): Promise<EmployeeRow | undefined> {
  return batched(ctx, contact, employeesOf);
}

async function employeesOf({ em }: Context, contacts: readonly Contact[]): Promise<(EmployeeRow | undefined)[]> {
  const own = contacts.filter(({ side }) => side === Side.TENANT);
  const ids = own.flatMap(({ id, onboardingId }) => (onboardingId ? [id, onboardingId] : [id]));
  const found = await em.find(EmployeeRow, { employeeId: { $in: ids } });
  return contacts.map(({ id, onboardingId, side, tenantId }) =>
    side === Side.TENANT
      ? found.find((one) => one.tenantId === tenantId && [onboardingId, id].includes(one.employeeId))
      : undefined,
  );
}
