import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { EmployeeRow } from './employee.ts';
import { employeeOf } from './of-contacts.ts';

@Resolver(() => Contact)
class ContactEmployeeResolver {
  @FieldResolver(() => EmployeeRow, { nullable: true, description: 'What HR said of them, if they work here.' })
  employee(@Root() contact: Contact, @Ctx() ctx: Context): Promise<EmployeeRow | undefined> {
    return employeeOf(ctx, contact);
  }
}

export const employeePart = part(EmployeeRow, ContactEmployeeResolver);
