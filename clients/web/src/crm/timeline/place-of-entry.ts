import type { Entry } from './timeline.ts';

const gone = /_(?:REMOVED|LEFT|UNDONE)$/;

/** Where what an entry is about can be seen, as far as it is still there; and the scope that this takes. */
export function placeOfEntry({
  kind,
  subject,
  relatedId,
  contact,
  note,
}: Pick<Entry, 'kind' | 'subject' | 'relatedId' | 'contact' | 'note'>): { path: string; scope: string } | undefined {
  if (kind.startsWith('NOTE_')) return note ? { path: `/crm/notes/${note.id}`, scope: 'crm:read' } : ofContact(contact);
  if (subject.kind === 'PARTNER') return { path: `/crm/partners/${subject.id}`, scope: 'crm:read' };
  if (gone.test(kind) || !relatedId) return ofContact(contact);
  if (kind.startsWith('ACTIVITY_')) return { path: `/crm/activities/${relatedId}`, scope: 'crm:read' };
  if (kind.startsWith('OPPORTUNITY_')) return { path: `/crm/pipeline/${relatedId}`, scope: 'crm:read' };
  if (kind.startsWith('OPPORTUNITY_')) return { path: `/crm/pipeline/${relatedId}`, scope: 'crm:read' };
  if (kind.startsWith('SYNC_')) return { path: `/sync/${relatedId}`, scope: 'sync:read' };
  if (kind.startsWith('ALERT_')) return { path: '/events/alerts', scope: 'events:read' };
  if (kind.startsWith('MEMBER_')) return { path: `/people/${relatedId}`, scope: 'people:read' };
  if (kind.startsWith('SERVICE_')) return { path: '/services', scope: 'service:read' };
  return ofContact(contact);
}

function ofContact(contact: Entry['contact']) {
  return contact ? { path: `/crm/contacts/${contact.id}`, scope: 'crm:read' } : undefined;
}
