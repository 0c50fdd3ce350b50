import { Button, Group as Row } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import list from '../../look/List.module.css';
import { PageHead } from '../../look/PageHead.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
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
  const locations = tenant ? locationsOf(tenant) : [];
  return (
    <>
      <PageHead title={t('tax.title')}>
        <Row gap="sm">
          <Button component={Link} to="/locations" variant="default">
            {t('area.locations')}
          </Button>
          {mayWrite && (
            <Button component={Link} to="/locations/taxes/new" leftSection={<Icon name="plus" size={18} />}>
              {t('tax.new')}
            </Button>
          )}
        </Row>
      </PageHead>
      <div className={list.beside}>
        <div className={list.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!taxes && !problem && <Waiting shape={['list']} />}
          {taxes?.length === 0 && <Empty icon="place" title={t('tax.emptyTitle')} text={t('tax.emptyText')} />}
          {taxes && taxes.length > 0 && (
            <ul className={list.list} aria-label={t('tax.title')}>
              {taxes.map((tax) => (
                <Line key={tax.id} tax={tax} among={{ taxes, locations }} />
              ))}
            </ul>
          )}
        </div>
        {taxes && <Outlet context={{ taxes, locations } satisfies TaxesOutlet} />}
      </div>
    </>
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
