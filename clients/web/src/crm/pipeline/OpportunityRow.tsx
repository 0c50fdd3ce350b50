import { Link, useParams, useSearchParams } from 'react-router';
import classes from '../../look/List.module.css';
import { formatMoney, localeOf } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import { Tags } from '../tags/Tag.tsx';
import type { Opportunity } from './opportunities.ts';
import { useDayText } from './use-day-text.ts';

/** An opportunity in a list: its stage and contacts, when it is expected to close, and what it is worth. */
export function OpportunityRow({ opportunity }: { opportunity: Opportunity }) {
  const { id: open } = useParams();
  const [search] = useSearchParams();
  const locale = localeOf(useTenant());
  const dayText = useDayText();
  const { id, title, stage, amount, expectedClose, contacts, side, tags } = opportunity;
  return (
    <li className={classes.row} data-open={id === open || undefined}>
      <Link to={{ pathname: `/crm/pipeline/${id}`, search: search.toString() }} className={classes.name}>
        {title}
      </Link>
      <span className={classes.quiet}>
        {[stage.name, ...contacts.map(({ name }) => name)].join(' · ')}
        {tags.length > 0 && <Tags side={side} names={tags} />}
      </span>
      <span className={classes.quiet}>{expectedClose && dayText(expectedClose)}</span>
      <span className={classes.figure}>{amount && formatMoney(amount, locale)}</span>
    </li>
  );
}
