import type { Address } from '../contact/address.ts';
import type { ContactKind } from '../contact/contact.ts';
import type { ContactReference } from '../contact/contact-reference.ts';
import type { KeptPhone } from '../contact/ways.ts';

/** A contact as a row describes it. */
export interface ContactDraft {
  kind: `${ContactKind}`;
  name: string;
  company?: string;
  department?: string;
  role?: string;
  mails: { value: string; label?: string }[];
  phones: KeptPhone[];
  addresses: Address[];
  tags: string[];
  notes?: string;
  /** Each year's as --03-09. */
  birthday?: string;
  /** By user id. */
  ownerId?: string;
  /** By which our own export names them. */
  ownId?: string;
  /** What other systems call them. */
  references: ContactReference[];
  doNotContact?: { reason?: string };
  /** Marked as private by its owner, and so left out unless it is chosen. */
  isPrivate: boolean;
}
