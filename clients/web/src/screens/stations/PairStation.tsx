import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import type { StationKind } from '../../generated/graphql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import { pairingCodeOf } from '../pairing-code.ts';
import { useLocations } from './use-locations.ts';

const PairStationDocument = graphql(`
  mutation PairStation($code: String!, $input: PairStationInput!) {
    pairStation(code: $code, input: $input) {
      ...StationRow
    }
  }
`);

const KINDS: readonly StationKind[] = ['TILL', 'KITCHEN', 'CLOCK'];

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked] = useSearchParams();
  const locations = useLocations();
  const kindAsked = KINDS.find((kind) => kind === asked.get('kind')) ?? 'TILL';
  const draft = useDraft('pair station', { code: '', name: '', kind: kindAsked as StationKind, locationId: '' });
  const { fields, change } = draft;
  const pair = useWrite(PairStationDocument);
  const locationId = fields.locationId || (locations?.[0]?.value ?? '');
  const code = pairingCodeOf(fields.code);
  const name = fields.name.trim();
  const missing = {
    code: !code && t('screens.codeShape'),
    name: !name && t('mistake.nameMissing'),
    locationId: !locationId && t('station.locationMissing'),
  };
  const mistakeAt = mistakesIn(draft, pair, missing);
  const { reason, facts } = pair.problem ?? {};
  const other = KINDS.find((kind) => kind === facts?.kind);
  const isWrongCode = pair.problem?.code === 'BAD_USER_INPUT' && pair.mistakeAt('code') !== undefined;
  const codeMistake = (): string | undefined => {
    if (!isWrongCode) return mistakeAt('code') || undefined;
    return reason === 'OTHER_KIND' && other
      ? t('station.otherKind', { kind: t(`station.kinds.${other}`) })
      : t('station.wrongCode');
  };

  async function save() {
    if (!code || hasMistakes(missing)) return undefined;
    const paired = await pair.write({ code, input: { kind: fields.kind, name, locationId } });
    if (!paired) return undefined;
    showDone(t('station.paired', { name: paired.pairStation.name }));
    await navigate(`/screens/stations/${paired.pairStation.id}`);
    return paired;
  }

  return (
    <Panel title={t('station.pair')} onClose={() => navigate('/screens')}>
      <FormFrame
        draft={draft}
        write={isWrongCode ? { ...pair, problem: undefined } : pair}
        action={t('screens.pairNow')}
        onSave={save}
      >
        <Text size="sm">{t('station.pairHow')}</Text>
        <TextInput
          data-autofocus
          size="lg"
          label={t('station.code')}
          placeholder="K7M-2QX"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          value={fields.code}
          error={codeMistake()}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('station.kind')}
          value={fields.kind}
          onChange={(event) => change({ kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? 'TILL' })}
          data={KINDS.map((value) => ({ value, label: t(`station.kinds.${value}`) }))}
        />
        <TextInput
          label={t('station.name')}
          placeholder={t('station.nameExample')}
          value={fields.name}
          error={mistakeAt('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('station.location')}
          description={locations?.length === 0 ? t('station.noLocation') : undefined}
          value={locationId}
          error={mistakeAt('locationId')}
          onChange={(event) => change({ locationId: event.currentTarget.value })}
          data={locations ?? []}
        />
      </FormFrame>
    </Panel>
  );
}
