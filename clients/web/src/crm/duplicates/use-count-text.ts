import { useTranslation } from 'react-i18next';

/** What belongs to a contact, as the graph calls it. */
const known = [
  ...(['note', 'activity', 'timeline_entry', 'partner'] as const),
  ...(['opportunity_contact', 'contact_reference', 'contact_mail', 'contact_phone'] as const),
];

/** How many of what belongs to a contact, in words; undefined for what has none. */
export function useCountText(): (what: string, count: number) => string | undefined {
  const { t } = useTranslation();
  return (what, count) => {
    const noun = known.find((each) => each === what);
    return noun && t(`duplicates.count.${noun}`, { count });
  };
}
