import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams, useSearchParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import filter from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import { Icon } from '../../look/Icon.tsx';
import classes from '../../look/List.module.css';
import { useMay } from '../../session/viewer.tsx';
import { ListViews } from '../views/ListViews.tsx';
import { PartnerState } from './PartnerState.tsx';
import { FindPartnersDocument, type Partner, PartnersDocument } from './partners.ts';
import { useRateText } from './use-rate-text.ts';

const statuses = ['ACTIVE', 'PAUSED'] as const;

export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const [search, setSearch] = useSearchParams();
  const text = search.get('find') ?? '';
  const status = statuses.find((each) => each === search.get('status'));
  const put = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  return (
    <div className={classes.beside}>
      <div className={classes.lists}>
        <ListViews list="PARTNERS" path="/crm/partners" />
        <div className={filter.filter}>
          <FilterText label={t('partners.find')} value={text} onChange={(value) => put('find', value)} />
          {!text && (
            <NativeSelect
              label={t('partners.status')}
              data={[
                { value: '', label: t('partners.all') },
                ...statuses.map((value) => ({ value, label: t(`partners.statuses.${value}`) })),
              ]}
              value={status ?? ''}
              onChange={({ currentTarget }) => put('status', currentTarget.value)}
            />
          )}
          {mayWrite && (
            <Button component={Link} to="/crm/partners/new" leftSection={<Icon name="plus" size={18} />}>
              {t('partners.new')}
            </Button>
          )}
        </div>
        {text ? <FoundPartners text={text} /> : <AllPartners status={status} />}
      </div>
      <Outlet />
    </div>
  );
}

function AllPartners({ status }: { status: (typeof statuses)[number] | undefined }) {
  const { t } = useTranslation();
  const partners = useLivePages({
    ask: (after) => ({ query: PartnersDocument, variables: { after, filter: status ? { status } : null } }),
    read: ({ viewer }) => viewer?.tenant?.partners,
  });
  const empty = status ? 'nothingFound' : 'empty';
  return (
    <LivePages
      pages={partners}
      label={t('crm.tab.partners')}
      empty={<Empty icon="share" title={t(`partners.${empty}Title`)} text={t(`partners.${empty}Text`)} />}
      row={(partner) => <PartnerRow partner={partner} />}
    />
  );
}

function FoundPartners({ text }: { text: string }) {
  const { t } = useTranslation();
  const found = useLivePages({
    ask: (after) => ({ query: FindPartnersDocument, variables: { text, after } }),
    read: ({ viewer }) => viewer?.tenant?.searchCrm,
  });
  return (
    <LivePages
      pages={found}
      label={t('crm.tab.partners')}
      empty={<Empty icon="search" title={t('partners.nothingFoundTitle')} text={t('partners.nothingFoundText')} />}
      row={({ id, title, excerpt }) => <Row id={id} name={title} detail={excerpt} />}
    />
  );
}

function PartnerRow({ partner: { id, contact, ratePercent, status } }: { partner: Partner }) {
  const rateText = useRateText();
  return (
    <Row id={id} name={contact.name} detail={contact.company}>
      <span className={classes.figure}>{rateText(ratePercent)}</span>
      <PartnerState status={status} />
    </Row>
  );
}

interface RowProps {
  id: string;
  name: string;
  detail: string | null;
  children?: React.ReactNode;
}

function Row({ id, name, detail, children }: RowProps) {
  const { id: open } = useParams();
  const [search] = useSearchParams();
  return (
    <li className={classes.row} data-open={id === open || undefined}>
      <Link to={{ pathname: `/crm/partners/${id}`, search: search.toString() }} className={classes.name}>
        {name}
      </Link>
      <span className={classes.quiet}>{detail}</span>
      {children}
    </li>
  );
}
