import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import { NamesDocument } from '../events.ts';
import { useTargetName } from '../target.ts';
import { useWatched } from '../use-watched.ts';
import { failedFields, type useFailedFilter } from './use-failed-filter.ts';

/** The filter row of failed events; what is done in bulk is done to all that it names. */
export function FailedFilter({ values, put }: Pick<ReturnType<typeof useFailedFilter>, 'values' | 'put'>) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const { data } = useWatched({ query: NamesDocument });
  const applications = data?.applications.map(({ name }) => name) ?? [];
  const types = data?.eventTypes.map(({ name }) => name) ?? [];
  return (
    <div className={classes.filter}>
      {failedFields.map((field) =>
        field === 'error' || field === 'from' || field === 'to' ? (
          <FilterText
            key={field}
            type={field === 'error' ? 'text' : 'date'}
            label={t(`events.${field}`)}
            value={values[field]}
            onChange={(value) => put(field, value)}
          />
        ) : (
          <NativeSelect
            key={field}
            label={t(`events.${field}`)}
            data={[
              { value: '', label: t('events.all') },
              ...withChosen(field === 'type' ? types : applications, values[field]).map((value) => ({
                value,
                label: nameOf(value),
              })),
            ]}
            value={values[field]}
            onChange={({ currentTarget }) => put(field, currentTarget.value)}
          />
        ),
      )}
    </div>
  );
}

function withChosen(names: readonly string[], chosen: string): string[] {
  return [...new Set(chosen ? [...names, chosen] : names)].toSorted();
}
