import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Place } from '../locations/use-places.ts';
import filter from '../look/Filter.module.css';
import { FilterText } from '../look/FilterText.tsx';
import { channels } from './order-filter.ts';
import { moneys, progresses } from './standing.ts';

interface OrderFiltersProps {
  places: readonly Place[];
  place: Place;
  search: URLSearchParams;
  onPut: (name: string, value: string) => void;
}

/** Which orders; it stands in the address. */
export function OrderFilters({ places, place, search, onPut }: OrderFiltersProps) {
  const { t } = useTranslation();
  const all = { value: '', label: t('orders.all') };
  const select = (name: string, label: string, data: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      data={data}
      value={search.get(name) ?? ''}
      onChange={({ currentTarget }) => onPut(name, currentTarget.value)}
    />
  );
  return (
    <div className={filter.filter}>
      {places.length > 1 && (
        <NativeSelect
          label={t('orders.location')}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={place.id}
          onChange={({ currentTarget }) => onPut('at', currentTarget.value)}
        />
      )}
      <FilterText label={t('orders.find')} value={search.get('find') ?? ''} onChange={(text) => onPut('find', text)} />
      <FilterText
        label={t('orders.day')}
        type="date"
        value={search.get('day') ?? ''}
        onChange={(day) => onPut('day', day)}
      />
      {select('open', t('orders.which'), [all, { value: '1', label: t('orders.onlyOpen') }])}
      {select('progress', t('orders.progress'), [
        all,
        ...progresses.map((value) => ({ value, label: t(`orders.at.${value}`) })),
      ])}
      {select('money', t('orders.money'), [all, ...moneys.map((value) => ({ value, label: t(`orders.is.${value}`) }))])}
      {select('channel', t('orders.channel'), [
        all,
        ...channels.map((value) => ({ value, label: t(`channel.${value}`) })),
      ])}
    </div>
  );
}
