import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { useThing } from '../../graph/use-thing.ts';
import { Empty } from '../../look/Empty.tsx';
import filters from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import { ContactNameDocument } from '../contacts/contacts.ts';
import { ContactChoice } from '../partners/ContactChoice.tsx';
import { useColleagues } from '../use-colleagues.ts';
import { OpportunityRow } from './OpportunityRow.tsx';
import { OpportunitiesDocument, type Pipeline } from './opportunities.ts';

const states = ['open', 'closed', 'all'] as const;

/** The same opportunities as a list, by when they are expected; by whom, with whom, for when, and whether they are open, in the address. */
export function OpportunityList({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = states.find((each) => each === search.get('state')) ?? 'open';
  const owner = search.get('owner') ?? '';
  const tag = search.get('tag') ?? '';
  const contact = search.get('contact') ?? '';
  const [from, before] = [dayIn(search.get('from')), dayIn(search.get('before'))];
  const colleagues = useColleagues(owner);
  const named = useThing(
    { query: ContactNameDocument, variables: { id: contact }, pause: !contact },
    (data) => data.contact,
  );
  const filter = {
    pipeline: pipeline.id,
    ...(state !== 'all' && { open: state === 'open' }),
    ...(owner && { owner }),
    ...(tag && { tag }),
    ...(contact && { contact }),
    ...(from && { expectedFrom: from }),
    ...(before && { expectedBefore: before }),
  };
  const opportunities = useLivePages({
    ask: (after) => ({
      query: OpportunitiesDocument,
      variables: {
        filter,
        sort: state === 'closed' ? ('CLOSED' as const) : ('EXPECTED_CLOSE' as const),
        first: 50,
        after,
      },
    }),
    read: ({ viewer }) => viewer?.tenant?.opportunities,
  });
  const put = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  const day = (name: 'from' | 'before', value: string) => (
    <TextInput
      type="date"
      label={t(`pipeline.expected.${name}`)}
      value={value}
      onChange={({ currentTarget }) => put(name, currentTarget.value)}
    />
  );
  return (
    <>
      <div className={filters.filter}>
        <NativeSelect
          label={t('pipeline.state')}
          data={states.map((value) => ({ value, label: t(`pipeline.states.${value}`) }))}
          value={state}
          onChange={({ currentTarget }) => put('state', currentTarget.value)}
        />
        <NativeSelect
          label={t('pipeline.owner')}
          data={[{ value: '', label: t('pipeline.anybody') }, ...colleagues]}
          value={owner}
          onChange={({ currentTarget }) => put('owner', currentTarget.value)}
        />
        <ContactChoice
          key={contact && `${contact} ${named.thing?.name}`}
          label={t('pipeline.contact')}
          value={{ id: contact, name: (contact && named.thing?.name) || '' }}
          isClearable
          onChange={({ id }) => put('contact', id)}
        />
        {day('from', from)}
        {day('before', before)}
        <FilterText label={t('contacts.tag')} value={tag} onChange={(value) => put('tag', value)} />
      </div>
      <LivePages
        pages={opportunities}
        label={t('crm.tab.pipeline')}
        empty={<Empty icon="board" title={t('pipeline.noneTitle')} text={t('pipeline.noneText')} />}
        row={(opportunity) => <OpportunityRow opportunity={opportunity} />}
      />
    </>
  );
}

/** A day of the address; what is none is left out. */
function dayIn(text: string | null): string {
  return /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? String(text) : '';
}
