import type { Activity } from '../activity/activity.ts';

type Shown = Pick<
  Activity,
  'id' | 'title' | 'description' | 'dueOn' | 'dueAt' | 'durationMinutes' | 'updatedAt' | 'version'
>;

/** How long something takes of which nobody has said it. */
const USUAL_MINUTES = 30;
/** The most octets of a line (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** Activities as an iCalendar file (RFC 5545), each an event of its day or its time; `publicUrl` leads to their pages. */
export function calendarOf(activities: readonly Shown[], publicUrl: string): string {
  const events = activities.flatMap((activity) => eventOf(activity, publicUrl));
  const head = ['VERSION:2.0', 'PRODID:-//Mycelium//CRM//EN', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:CRM'];
  const lines = ['BEGIN:VCALENDAR', ...head, ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ id, title, description, dueOn, dueAt, ...activity }: Shown, publicUrl: string): string[] {
  if (!dueOn && !dueAt) return [];
  const when = dueAt
    ? [`DTSTART:${stamp(dueAt)}`, `DURATION:PT${activity.durationMinutes || USUAL_MINUTES}M`]
    : [`DTSTART;VALUE=DATE:${String(dueOn).replaceAll('-', '')}`];
  return [
    'BEGIN:VEVENT',
    `UID:${id}@mycelium`,
    `DTSTAMP:${stamp(activity.updatedAt)}`,
    `SEQUENCE:${activity.version}`,
    ...when,
    `SUMMARY:${escaped(title)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    `URL:${publicUrl}/app/crm/activities/${id}`,
    'END:VEVENT',
  ];
}

function stamp(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  const plain = text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
  return plain.replace(/\p{Cc}/gu, ' ');
}

/** A long line goes on in the next one behind a space; no character is cut. */
function folded(line: string): string {
  let length = 0;
  let text = '';
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (length + bytes > LONGEST_LINE) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += bytes;
  }
  return text;
}
