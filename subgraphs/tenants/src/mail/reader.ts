import type { Tenant } from '../tenant/tenant.ts';
import type { User } from '../user/user.ts';
import { type MailLanguage, mailLanguage } from './emails.ts';

/** How somebody is written to. */
export interface Reader {
  language: MailLanguage;
  timeZone: string;
  /** The name of the business they work for. */
  tenant: string;
}

/** How a person is written to: in the language and time zone of their choice, else in those of the tenant. */
export function readerOf(
  { language, timeZone }: Pick<User, 'language' | 'timeZone'>,
  tenant: Pick<Tenant, 'name' | 'languages' | 'timeZone'>,
): Reader {
  return {
    language: mailLanguage(language ? [language] : tenant.languages),
    timeZone: timeZone ?? tenant.timeZone,
    tenant: tenant.name,
  };
}
