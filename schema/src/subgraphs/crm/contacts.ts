import { z } from 'zod';
import { eventType } from '../../event-type.ts';

const entity = z.looseObject({ entityId: z.string() });

export const userCreated = eventType({
  name: 'user.created',
  description: 'A new user in the CRM, whom HR takes on.',
  source: 'crm',
  toldBy: 'PEOPLE',
  targets: ['hr'],
  payload: entity.extend({ email: z.email(), department: z.string().optional() }),
});

const contact = z.object({ contactId: z.uuid() });

export const contactCreated = eventType({
  name: 'contact.created',
  description: 'A contact was created, or restored.',
  source: 'crm',
  targets: [],
  payload: contact,
});

export const contactUpdated = eventType({
  name: 'contact.updated',
  description: 'A contact was changed.',
  source: 'crm',
  targets: [],
  payload: contact,
});

export const contactRemoved = eventType({
  name: 'contact.removed',
  description: 'A contact was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: contact,
});

export const contactsImported = eventType({
  name: 'contact.imported',
  description:
    'Many contacts were imported, or an import was undone: one event for each batch, which names the last of them.',
  source: 'crm',
  targets: [],
  payload: contact.extend({ importId: z.uuid(), count: z.int().positive() }),
});

export const importUpdated = eventType({
  name: 'import.updated',
  description: 'An import of contacts went on: it was planned, a batch of it was written or undone, or it has ended.',
  source: 'crm',
  targets: [],
  payload: z.object({ importId: z.uuid() }),
});
