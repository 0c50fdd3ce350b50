import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TagCarrier } from '../../generated/graphql.ts';
import list from '../../look/List.module.css';
import classes from './Tag.module.css';
import type { TagLine } from './tags.ts';

/** Where what carries a tag is listed. */
const lists: Record<TagCarrier, (tag: string) => string> = {
  CONTACT: (tag) => `/crm/contacts?tag=${tag}`,
  NOTE: (tag) => `/crm/notes?tag=${tag}`,
  ACTIVITY: (tag) => `/crm/activities?show=all&tag=${tag}`,
  OPPORTUNITY: (tag) => `/crm/pipeline?view=list&state=all&tag=${tag}`,
};

/** How much carries a tag; each number leads to its list. */
export function TagCounts({ tag: { name, counts } }: { tag: TagLine }) {
  const { t } = useTranslation();
  const used = counts.filter(({ count }) => count > 0);
  if (used.length === 0) return <span className={list.quiet}>{t('tags.unused')}</span>;
  return (
    <span className={classes.counts}>
      {used.map(({ kind, count }) => (
        <Link key={kind} to={lists[kind](encodeURIComponent(name))} className={classes.count}>
          {t(`tags.count.${kind}`, { count })}
        </Link>
      ))}
    </span>
  );
}
