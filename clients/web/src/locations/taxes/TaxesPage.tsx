import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import list from '../../look/List.module.css';
import { ListPage } from '../../look/ListPage.tsx';
import { useMay } from '../../session/viewer.tsx';
import { percentOf } from './tax-draft.ts';
import { locationsOf, type Tax, TaxesDocument } from './taxes.ts';

/** What the pages beside the list are given. */
export interface TaxesOutlet {
  taxes: readonly Tax[];
  locations: readonly { id: string; name: string }[];
}

/** The taxes on what is sold, and one of them beside the list. */
export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('location:write');
  const { data, problem, askAgain } = useLiveQuery({ query: TaxesDocument });
  const tenant = data?.viewer?.tenant;
  const taxes = tenant?.taxRules;
  const among = { taxes: taxes ?? [], locations: tenant ? locationsOf(tenant) : [] } satisfies TaxesOutlet;
  return (
    <ListPage
      title={t('tax.title')}
      rows={taxes}
      problem={problem}
      askAgain={askAgain}
      back={{ to: '/locations', word: t('area.locations') }}
      create={mayWrite && { to: '/locations/taxes/new', word: t('tax.new') }}
      empty={{ icon: 'place', title: t('tax.emptyTitle'), text: t('tax.emptyText') }}
      beside={among}
    >
      {(tax) => <Line key={tax.id} tax={tax} among={among} />}
    </ListPage>
  );
}

function Line({ tax, among }: { tax: Tax; among: TaxesOutlet }) {
  const { t } = useTranslation();
  const { taxRuleId } = useParams();
  const { id, name, rate, inclusive, taxClasses, channels, locationId } = tax;
  const location = among.locations.find((each) => each.id === locationId);
  const scope = [
    ...taxClasses,
    ...channels.map((channel) => t(`channel.${channel}`)),
    ...(location ? [location.name] : []),
  ];
  return (
    <li className={list.row} data-open={id === taxRuleId || undefined}>
      <Link to={`/locations/taxes/${id}`} className={list.name}>
        {name}
      </Link>
      <span className={list.quiet}>{scope.length > 0 ? scope.join(' · ') : t('tax.onEverything')}</span>
      <span className={list.figure}>{t('tax.rate', { percent: percentOf(rate) })}</span>
      <span className={list.quiet}>{t(inclusive ? 'tax.included' : 'tax.added')}</span>
    </li>
  );
}
