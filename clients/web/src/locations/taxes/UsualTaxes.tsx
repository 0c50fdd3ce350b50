import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Attention } from '../../look/Attention.tsx';
import { showTrouble, showUndo } from '../../look/notify.tsx';
import { listFormat } from '../../words/formats.ts';
import type { LocationsOutlet } from '../LocationsPage.tsx';
import type { Location } from '../locations.ts';
import { CreateTaxDocument, RemoveTaxDocument, TaxesDocument } from './taxes.ts';
import { onlyPlaceOf, taxesAt, usualTaxesOf } from './usual-taxes.ts';

interface UsualTaxesProps {
  location: Location;
  country: string;
  /** Whether the location has another country than before, whose taxes it may have still. */
  isNew: boolean;
}

/** Proposes the usual taxes of a country to a location that has none, or a new country; nothing is added until somebody says so. */
export function UsualTaxes({ location, country, isNew }: UsualTaxesProps) {
  const { t, i18n } = useTranslation();
  const { restaurants } = useOutletContext<LocationsOutlet>();
  const { data } = useLiveQuery({ query: TaxesDocument });
  const create = useWrite(CreateTaxDocument, showTrouble);
  const remove = useWrite(RemoveTaxDocument, showTrouble);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const taxes = data?.viewer?.tenant?.taxRules;
  if (!taxes) return null;
  const holding = taxesAt(location.id, taxes);
  if (holding.length > 0 && !isNew) return null;
  const usual = usualTaxesOf(country, holding);
  if (usual.length === 0 && holding.length > 0) return null;
  const wanted = usual.filter(({ name }) => !refused.includes(name));
  const countryName = new Intl.DisplayNames(i18n.language, { type: 'region' }).of(country) ?? country;
  const named = (all: readonly { name: string }[]) =>
    listFormat(i18n.language, { type: 'conjunction' }).format(all.map(({ name }) => name));

  async function add() {
    const all = restaurants.flatMap(({ locations }) => locations);
    const made: string[] = [];
    for (const tax of wanted) {
      const created = await create.write({ input: { ...tax, locationId: onlyPlaceOf(location, all) } });
      if (!created) break;
      made.push(created.createTaxRule.id);
    }
    if (made.length === 0) return;
    showUndo(`taxes-${location.id}`, t('usual.added', { taxes: named(wanted.slice(0, made.length)) }), async () => {
      for (const id of made) await remove.write({ id });
    });
  }

  return (
    <Attention title={t(usual.length > 0 ? 'usual.title' : 'usual.none', { country: countryName })}>
      <Stack gap="sm">
        {holding.length > 0 && <Text size="sm">{t('usual.holding', { taxes: named(holding) })}</Text>}
        {usual.map(({ name, taxClasses }) => (
          <Checkbox
            key={name}
            label={name}
            description={taxClasses?.length ? t('usual.classes', { classes: taxClasses.join(', ') }) : undefined}
            checked={!refused.includes(name)}
            onChange={({ currentTarget: { checked } }) =>
              setRefused((before) => (checked ? before.filter((each) => each !== name) : [...before, name]))
            }
          />
        ))}
        <Text size="sm">{t(usual.length > 0 ? 'usual.check' : 'usual.noneText', { country: countryName })}</Text>
        <Group gap="sm">
          {usual.length > 0 && (
            <Button variant="light" loading={create.isBusy} disabled={wanted.length === 0} onClick={() => void add()}>
              {t('usual.add')}
            </Button>
          )}
          <Button component={Link} to="/locations/taxes/new" variant="default">
            {t('tax.new')}
          </Button>
        </Group>
      </Stack>
    </Attention>
  );
}
