import type { Tenant } from '../tenant/tenant.ts';
import type { User } from '../user/user.ts';
import { type MailLanguage, mailLanguage } from './letters.ts';

/** How somebody is written to. */
export interface Reader {
  language: MailLanguage;
  timeZone: string;
  /** For whom they work. */
  tenant: string;
}

/** In their own language and with the times of their own zone, where they have said; else in those of the tenant. */
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
